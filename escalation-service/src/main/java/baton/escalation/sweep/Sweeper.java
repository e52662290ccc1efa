package baton.escalation.sweep;

import static baton.journal.envelope.Topics.REFERRALS;
import static baton.journal.envelope.Topics.REGISTER;

import baton.escalation.platform.EscalationConfig;
import baton.escalation.sweep.BoardSnapshot.Snapshot;
import baton.escalation.sweep.model.Comparison;
import baton.escalation.sweep.model.Ledger;
import baton.journal.clock.BusinessClock;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.reader.LogScan;
import baton.platform.BatonConfig;
import baton.policy.file.Defaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the whole log again, from its first event into an empty ledger, and only then looks at the
 * board: what it finds owes nothing to what the live reader did. Source: design section 5, "Live
 * and replayed".
 */
@ApplicationScoped
class Sweeper {
  private static final List<String> TOPICS = List.of(REGISTER, REFERRALS);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final BatonConfig config;
  private final EscalationConfig own;
  private final BusinessClock clock;
  private final BoardSnapshot board;
  private final EventCodec codec = new EventCodec();
  private final CountDownLatch stopping = new CountDownLatch(1);

  Sweeper(BatonConfig config, EscalationConfig own, BusinessClock clock, BoardSnapshot board) {
    this.config = config;
    this.own = own;
    this.clock = clock;
    this.board = board;
  }

  /** What is running ends as soon as it can. */
  void stop() {
    stopping.countDown();
  }

  void sweep(SweepRun run) throws InterruptedException {
    Instant now = run.asAt() == null ? clock.instant() : run.asAt();
    var ledger = new Ledger(Defaults.book(), run.asAt() == null ? Instant.MAX : run.asAt());
    Map<TopicPartition, Long> ends = LogScan.ends(config.kafka(), TOPICS);
    var reading = new Reading(ledger);
    run.reads(referralsIn(ends));
    read(Map.of(), ends, reading, run);
    run.found(ledger.states().size(), reading.unreadable, ledger.findings(now));
    if (run.asAt() != null) return;
    run.compares();
    Snapshot snapshot = awaitBoard(ends);
    read(ends, snapshot.readTo(), reading, run);
    if (reading.late) {
      // Something was adopted meanwhile that governs what is in the ledger already.
      ledger = new Ledger(Defaults.book(), Instant.MAX);
      read(Map.of(), snapshot.readTo(), new Reading(ledger), run);
    }
    run.compared(
        Comparison.of(snapshot.rows(), ledger.states(), snapshot.waiting()),
        snapshot.waiting().size(),
        own.sweep().differencesListed());
  }

  private void read(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Reading reading, SweepRun run) {
    LogScan.read(
        config.kafka(),
        TOPICS,
        from,
        to,
        reading::take,
        handed -> run.read(reading.referrals),
        () -> stopping.getCount() == 0);
    if (stopping.getCount() == 0) throw new IllegalStateException("the service was stopped");
  }

  /** The board must not be compared with what it has not read yet. */
  private Snapshot awaitBoard(Map<TopicPartition, Long> ends) throws InterruptedException {
    long until = System.nanoTime() + own.sweep().boardWaitMax().toNanos();
    while (true) {
      long behind = behind(ends);
      Snapshot snapshot = behind == 0 ? board.take() : null;
      if (snapshot != null && !snapshot.refolding()) return snapshot;
      if (System.nanoTime() > until)
        throw new IllegalStateException(
            (behind == 0
                    ? "the board is being folded anew by what was adopted late"
                    : "the board is " + behind + " events behind what was swept")
                + ", and did not catch up within "
                + own.sweep().boardWaitMax()
                + "; see GET /progress, then sweep again");
      if (stopping.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
        throw new IllegalStateException("the service was stopped");
    }
  }

  private long behind(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> readTo = board.readTo();
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - readTo.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  private static long referralsIn(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().equals(REFERRALS))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What was read of the log so far. */
  private final class Reading {
    private final Ledger ledger;
    private long referrals;
    private long unreadable;
    private boolean late;

    private Reading(Ledger ledger) {
      this.ledger = ledger;
    }

    void take(ConsumerRecord<String, byte[]> record) {
      if (record.topic().equals(REFERRALS)) referrals++;
      try {
        var event = codec.decode(Envelope.parse(record.value()));
        late |= ledger.comesLate(event);
        ledger.apply(event);
      } catch (UnreadableEvent parked) {
        unreadable++;
      }
    }
  }
}
