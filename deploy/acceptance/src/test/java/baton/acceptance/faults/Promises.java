package baton.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What Baton has answered to: everything here must be true afterwards. */
final class Promises {
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Map<String, String> received = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> handed = new ConcurrentHashMap<>();
  private final Queue<String> accidents = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final List<Long> answered = new ArrayList<>();

  void sent(String reference) {
    sent.add(reference);
  }

  void received(String reference, String referral) {
    received.put(reference, referral);
    answered();
  }

  void handed(String referral, String event) {
    handed.computeIfAbsent(referral, _ -> ConcurrentHashMap.newKeySet()).add(event);
    answered();
  }

  private synchronized void answered() {
    answered.add(System.nanoTime());
  }

  /**
   * What nobody may be told: a 5xx other than a 503, a 503 that does not say when to ask again, or
   * nothing at all long after everything runs again.
   */
  void accident(String what) {
    accidents.add(what);
  }

  List<String> accidents() {
    return List.copyOf(accidents);
  }

  void refused(String what) {
    refused.add(what);
  }

  Set<String> sent() {
    return sent;
  }

  /** Referral ids by reference. */
  Map<String, String> received() {
    return received;
  }

  /** Events that were answered for, by referral. */
  Map<String, Set<String>> handed() {
    return handed;
  }

  /** Types of the events that were answered for. */
  Set<String> changes() {
    return handed.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** What a calm run would not have refused. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  synchronized int answers() {
    return answered.size();
  }

  /** The longest time in which nobody was told yes. */
  synchronized Duration longestSilence() {
    long longest = 0;
    for (int i = 1; i < answered.size(); i++)
      longest = Math.max(longest, answered.get(i) - answered.get(i - 1));
    return Duration.ofNanos(longest);
  }

  /** How many were told yes in a second, over the whole of the time between. */
  synchronized double rate(long fromNanos, long toNanos) {
    var between = answered.stream().filter(at -> at >= fromNanos && at < toNanos).count();
    return between * 1e9 / (toNanos - fromNanos);
  }
}
