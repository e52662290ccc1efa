package baton.acceptance.faults;

import static baton.local.client.ServiceName.INTAKE;

import baton.acceptance.Referrals;
import baton.acceptance.faults.Caller.Outcome;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Agencies that send referrals with known references, and people who hand them on. Each begins
 * nothing new once the load is stopped, and finishes what it has begun.
 */
final class Load implements AutoCloseable {
  static final String AGENCY = "toronto-police";
  static final String KENT = "46";

  private static final int SENDERS = 3;
  private static final int HANDS = 3;
  private static final int WAITING_MAX = 200;

  /** As fast as a machine with two cores can do it. */
  static final Duration PAUSE = Duration.ofMillis(120);

  /** So long an agency goes on trying after the last fault: everything runs again by then. */
  private static final Duration FINISH_MAX = Duration.ofMinutes(3);

  private final Caller caller;
  private final Promises promises;
  private final String prefix;
  private final Duration pause;
  private final BlockingQueue<String> accepted = new ArrayBlockingQueue<>(WAITING_MAX);
  private final List<Thread> people;
  private volatile boolean stopped;
  private volatile long end = Long.MAX_VALUE;

  /**
   * @param pause of each agency between two referrals
   */
  Load(Caller caller, Promises promises, String prefix, Duration pause) {
    this.caller = caller;
    this.promises = promises;
    this.prefix = prefix;
    this.pause = pause;
    this.people =
        Stream.concat(
                IntStream.range(0, SENDERS).mapToObj(n -> Thread.ofVirtual().start(() -> send(n))),
                IntStream.range(0, HANDS).mapToObj(n -> Thread.ofVirtual().start(() -> hand(n))))
            .toList();
  }

  private void send(int sender) {
    for (int n = 1; !stopped; n++) {
      var reference = "%s-%d-%04d".formatted(prefix, sender, n);
      var body =
          n % 10 == 0 ? Referrals.urgent(reference, KENT) : Referrals.referral(reference, KENT);
      // Every other one has no key: then its reference alone tells that it was sent before.
      var key = n % 2 == 0 ? reference : null;
      var agency = Staff.agency(AGENCY);
      promises.sent(reference);
      var outcome = caller.post(INTAKE, agency, "/referrals", key, body, () -> end);
      if (outcome == null) return;
      if (outcome.done()) {
        var id = outcome.body().path("referralId").asText();
        promises.received(reference, id);
        accepted.offer(id);
      } else {
        promises.refused(reference + " got " + outcome.status() + " " + outcome.body());
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private void hand(int hand) {
    try {
      for (int n = 0; !stopped; n++) {
        var referral = accepted.poll(200, TimeUnit.MILLISECONDS);
        if (referral != null) new Hands(this, referral, hand + n * HANDS).handOn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null when it was not done: refused, or out of time. */
  Outcome attempt(
      ServiceName service, Who who, String referral, String path, Object body, String event) {
    var outcome = caller.post(service, who, path, event, body, () -> end);
    if (outcome == null) return null;
    if (outcome.done()) {
      promises.handed(referral, event);
      return outcome;
    }
    promises.refused(path + " got " + outcome.status() + " " + outcome.body());
    return null;
  }

  /** Returns when all have finished what they had begun. */
  @Override
  public void close() throws InterruptedException {
    stopped = true;
    end = System.nanoTime() + FINISH_MAX.toNanos();
    for (Thread person : people) person.join();
  }
}
