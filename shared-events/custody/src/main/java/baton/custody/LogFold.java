package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.policy.PolicyBook;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Folds the log, in its order, into the state of every referral on it. An event that comes before
 * its predecessor waits for it, as it does in the services' readers: so both come to the same
 * state, whether a gap in a stream is still open or was closed late.
 */
public final class LogFold {
  private record Awaited(ReferralId referral, String source, String subject, long sequence) {}

  private PolicyBook policy;
  private final Consumer<Recorded<? extends BatonEvent>> applied;
  private final Map<ReferralId, Custody> states = new HashMap<>();
  private final Map<Awaited, Recorded<? extends BatonEvent>> waiting = new HashMap<>();

  /**
   * @param policy before anything is adopted; what the register adopts counts once it is read, so
   *     it is to be read first
   */
  public LogFold(PolicyBook policy) {
    this(policy, _ -> {});
  }

  /**
   * @param applied is given each event that takes its place in its stream, in the order in which
   *     they are applied: no repeat, no rival for a place that is taken, nothing that still waits
   */
  public LogFold(PolicyBook policy, Consumer<Recorded<? extends BatonEvent>> applied) {
    this.policy = policy;
    this.applied = applied;
  }

  /** What concerns no referral can only be policy. */
  public void apply(Recorded<? extends BatonEvent> event) {
    if (event.referral() == null) {
      policy = policy.with(event);
      return;
    }
    if (event.streamSequence() > last(event) + 1) {
      waiting.putIfAbsent(place(event, event.streamSequence()), event);
      return;
    }
    for (Recorded<? extends BatonEvent> next = event;
        next != null;
        next = waiting.remove(place(next, last(next) + 1))) evolve(next);
  }

  /** All that was adopted so far. */
  public PolicyBook policy() {
    return policy;
  }

  /** Of every referral of which something was applied. */
  public Map<ReferralId, Custody> states() {
    return Collections.unmodifiableMap(states);
  }

  /** Whether events came whose predecessors did not. */
  public boolean waits() {
    return !waiting.isEmpty();
  }

  private void evolve(Recorded<? extends BatonEvent> event) {
    if (event.streamSequence() == last(event) + 1) applied.accept(event);
    Custody before = state(event.referral());
    Custody after = Custody.evolve(before, event, policy);
    if (after != before) states.put(event.referral(), after);
  }

  private long last(Recorded<? extends BatonEvent> event) {
    return state(event.referral()).reading().stream(event).last();
  }

  private Custody state(ReferralId referral) {
    return states.getOrDefault(referral, Custody.none(referral));
  }

  private static Awaited place(Recorded<? extends BatonEvent> event, long sequence) {
    return new Awaited(event.referral(), event.source(), event.subject(), sequence);
  }
}
