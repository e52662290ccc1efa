package baton.acceptance.faults;

import static baton.acceptance.faults.Load.AGENCY;
import static baton.acceptance.faults.Load.KENT;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.INTAKE;

import baton.acceptance.Referrals;
import baton.acceptance.faults.Caller.Outcome;
import baton.local.client.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Urgent referrals, which are disseminated to a force at once, by several agencies' systems side by
 * side; every third dissemination is taken back as soon as it is made.
 */
final class FeedLoad implements AutoCloseable {
  private static final int SENDERS = 3;
  private static final int TAKEN_BACK = 3;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** So long a sender goes on trying after the last fault. */
  private static final Duration FINISH_MAX = Duration.ofMinutes(3);

  private final Caller caller;
  private final Promises promises;
  private final Set<String> received = ConcurrentHashMap.newKeySet();
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final List<Thread> senders;
  private volatile boolean stopped;
  private volatile long end = Long.MAX_VALUE;

  FeedLoad(Caller caller, Promises promises) {
    this.caller = caller;
    this.promises = promises;
    this.senders =
        IntStream.range(0, SENDERS)
            .mapToObj(sender -> Thread.ofVirtual().start(() -> send(sender)))
            .toList();
  }

  /** Referrals whose receipt was acknowledged. */
  Set<String> received() {
    return Set.copyOf(received);
  }

  /** Those whose dissemination is known to be taken back. */
  Set<String> withdrawn() {
    return Set.copyOf(withdrawn);
  }

  private void send(int sender) {
    for (int n = 1; !stopped; n++) {
      var reference = "FEED-%d-%04d".formatted(sender, n);
      var body = Referrals.urgent(reference, KENT);
      var outcome =
          caller.post(INTAKE, Staff.agency(AGENCY), "/referrals", reference, body, () -> end);
      if (outcome == null) return;
      if (!outcome.done()) {
        promises.refused(reference + " got " + outcome);
        return;
      }
      var referral = outcome.body().path("referralId").asText();
      received.add(referral);
      if (n % TAKEN_BACK == 0) takeBack(referral);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void takeBack(String referral) {
    while (System.nanoTime() < end) {
      Outcome outcome =
          caller.post(
              ALLOCATION,
              Staff.allocator(Staff.NCA),
              "/cases/" + referral + "/disseminations/1/withdrawal",
              null,
              Map.of("reason", "synthetic"),
              () -> end);
      if (outcome == null) return;
      if (outcome.done()) {
        withdrawn.add(referral);
        return;
      }
      // It is not disseminated yet. To what was done and not heard the repeat gets a yes.
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Returns when all have finished what they had begun. */
  @Override
  public void close() throws InterruptedException {
    stopped = true;
    end = System.nanoTime() + FINISH_MAX.toNanos();
    for (Thread sender : senders) sender.join();
  }
}
