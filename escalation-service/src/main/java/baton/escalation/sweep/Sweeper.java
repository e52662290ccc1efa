package baton.escalation.sweep;

import static baton.journal.envelope.Topics.REFERRALS;
import static baton.journal.envelope.Topics.REGISTER;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.replay.ReplayMemory;
import baton.escalation.sweep.BoardSnapshot.Moment;
import baton.escalation.sweep.model.BoardState;
import baton.escalation.sweep.model.Comparison;
import baton.escalation.sweep.model.Differences;
import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.reader.LogScan;
import baton.journal.reader.LogStalled;
import baton.platform.BatonConfig;
import baton.platform.wiring.LogConnection;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import baton.replay.model.Entry;
import baton.replay.model.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole log again, from its first event into an empty ledger, and only then looks at the
 * board: what it finds owes nothing to what the live reader did. Source: design section 5, "Live
 * and replayed".
 */
@ApplicationScoped
class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final List<String> TOPICS = List.of(REGISTER, REFERRALS);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final BatonConfig config;
  private final EscalationConfig own;
  private final BusinessClock clock;
  private final BoardSnapshot board;
  private final SweepMemory memory;
  private final LogReader reader;
  private final ReplayMemory budget;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Sweeper(
      BatonConfig config,
      EscalationConfig own,
      BusinessClock clock,
      BoardSnapshot board,
      SweepMemory memory,
      LogReader reader,
      ReplayMemory budget) {
    this.budget = budget;
    this.config = config;
    this.own = own;
    this.clock = clock;
    this.board = board;
    this.memory = memory;
    this.reader = reader;
  }

  /** What is running ends as soon as it can. */
  void stop() {
    stopping.countDown();
  }

  /** What a sweep would take now. */
  SweepMemory.Plan memory() {
    return memory.plan(records());
  }

  private long records() {
    return referralsIn(LogScan.ends(LogConnection.of(config), TOPICS));
  }

  void sweep(SweepRun run) throws InterruptedException {
    var pace = new Pace(run, reader::lagEvents, stopping);
    // Others may have been before it, and the log may have grown since it was asked for.
    long records = records();
    Ledger.Size size = ReplayMemory.ledger(memory.plan(records).size(), records);
    try (var share = budget.take(size.bytesMax(), pace::cancelled)) {
      sweep(run, pace, size);
    }
  }

  private void sweep(SweepRun run, Pace pace, Ledger.Size size) throws InterruptedException {
    LogReplay replay = begin(run, size);
    Map<TopicPartition, Long> ends = replay.ends();
    run.reads(referralsIn(ends) - referralsIn(replay.readTo()));
    replay.readTo(ends, pace);
    Instant now = run.asAt() == null ? clock.instant() : run.asAt();
    find(replay.ledger(), now, run, pace);
    if (run.asAt() != null) return;
    run.compares();
    compare(replay, ends, run, pace);
    if (run.isScheduled()) snapshots().ifPresent(folder -> keep(folder, replay));
  }

  /** What was found stands, whether or not the next sweep can begin from here. */
  private static void keep(Snapshots folder, LogReplay replay) {
    try {
      folder.write(replay);
    } catch (UncheckedIOException | KafkaException | LogStalled failure) {
      LOG.error("The ledger of a scheduled sweep could not be kept", failure);
    }
  }

  private static void find(Ledger ledger, Instant now, SweepRun run, Pace pace) {
    var found = new ConcurrentSkipListMap<FindingKind, Integer>();
    var ofForce = new ConcurrentSkipListMap<FindingKind, Integer>();
    long referrals =
        ledger.eachOpen(
            custody -> {
              pace.orElseCancelled();
              for (Finding finding : Findings.of(custody, now)) {
                found.merge(finding.kind(), 1, Integer::sum);
                if (concerns(run.force(), custody)) ofForce.merge(finding.kind(), 1, Integer::sum);
              }
            });
    run.found(referrals, ledger.unreadable(), found);
    if (run.force() != null) run.foundOfForce(ofForce);
  }

  /** What the force has, and what is for it. */
  private static boolean concerns(OrganisationCode force, Custody custody) {
    if (force == null) return false;
    boolean has = custody.custodian() != null && force.equals(custody.custodian().organisation());
    return has || force.equals(custody.force());
  }

  private LogReplay begin(SweepRun run, Ledger.Size size) {
    var settings = ReplaySettings.of(LogConnection.of(config), size);
    if (run.asAt() == null) return new LogReplay(settings);
    ReplaySettings past = settings.asAt(run.asAt());
    return snapshots().map(folder -> folder.open(past)).orElseGet(() -> new LogReplay(past));
  }

  private Optional<Snapshots> snapshots() {
    return own.sweep()
        .snapshots()
        .map(folder -> new Snapshots(folder, own.sweep().snapshotsKept()));
  }

  /** The board must not be compared with what it has not read yet. */
  private void compare(LogReplay replay, Map<TopicPartition, Long> ends, SweepRun run, Pace pace)
      throws InterruptedException {
    long until = System.nanoTime() + own.sweep().boardWaitMax().toNanos();
    while (true) {
      long behind = behind(ends);
      boolean compared =
          behind == 0 && board.atOneMoment(moment -> compare(replay, moment, run, pace));
      if (compared) return;
      if (System.nanoTime() > until)
        throw new IllegalStateException(
            (behind == 0
                    ? "the board is being folded anew by what was adopted late"
                    : "the board is " + behind + " events behind what was swept")
                + ", and did not catch up within "
                + own.sweep().boardWaitMax()
                + "; see GET /progress, then sweep again");
      pace.orElseCancelled();
      if (stopping.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) pace.orElseCancelled();
    }
  }

  /**
   * @return false where the board is not to be compared at this moment
   */
  private boolean compare(LogReplay replay, Moment moment, SweepRun run, Pace pace) {
    if (moment.refolding()) return false;
    replay.readTo(moment.readTo(), pace);
    Set<ReferralId> waiting = moment.waiting();
    var differences = new Differences(own.sweep().differencesListed());
    var bySummary = new AtomicInteger();
    moment.each(
        (referral, row) -> {
          pace.orElseCancelled();
          Entry log = replay.see(referral);
          if (waiting.contains(referral)) return;
          if (Comparison.bySummary(log)) bySummary.incrementAndGet();
          look(referral, row, log, differences);
        });
    replay.unseen(
        (referral, log) -> {
          pace.orElseCancelled();
          if (!waiting.contains(referral)) look(referral, null, log, differences);
        });
    run.compared(
        bySummary.get(),
        differences.count(),
        Proofs.of(differences, LogConnection.of(config), replay.readTo(), pace::cancelled),
        waiting);
    return true;
  }

  private static void look(
      ReferralId referral, BoardState row, Entry log, Differences differences) {
    Comparison.of(referral, row, log)
        .ifPresent(found -> differences.add(found, row == null ? null : row.custody()));
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
}
