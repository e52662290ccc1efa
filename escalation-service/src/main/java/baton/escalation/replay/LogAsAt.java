package baton.escalation.replay;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.platform.EscalationConfig;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogReader;
import baton.journal.reader.LogScan;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.sql.Sql;
import baton.platform.wiring.LogConnection;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import baton.replay.model.Ledger;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Every referral as at a moment, by recorded time, from the log itself and at its speed: the newest
 * snapshot that holds nothing later and what was recorded since, or everything from the first
 * event. Whichever it is, the answer is the same.
 */
@ApplicationScoped
public class LogAsAt {
  private static final String COUNT = "select count(*) from custody_board";

  /** Before each poll, while the live reader has something to do. */
  private static final long GIVE_WAY_MILLIS = 2;

  private final BatonConfig config;
  private final EscalationConfig own;
  private final Transactions transactions;
  private final LogReader live;
  private final ReplayMemory memory;
  private final CountDownLatch stopping = new CountDownLatch(1);

  public LogAsAt(
      BatonConfig config,
      EscalationConfig own,
      Transactions transactions,
      LogReader live,
      ReplayMemory memory) {
    this.memory = memory;
    this.config = config;
    this.own = own;
    this.transactions = transactions;
    this.live = live;
  }

  /** Takes referrals in no particular order, by several threads at once. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param custody null where the referral was concluded by then and memory was short: its events
     *     are in the archive
     */
    void take(ReferralId referral, Custody custody);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Waits for its memory, where others read the log.
   *
   * @param beside bytes that the taker keeps meanwhile, at most
   * @throws baton.replay.model.LedgerFull if what was open then does not fit into the memory
   * @throws baton.replay.ReplayCancelled if the service is being stopped
   */
  public void each(Instant asAt, long beside, Taker taker) {
    each(asAt, snapshots(), beside, taker);
  }

  void each(Instant asAt, Snapshots from, long beside, Taker taker) {
    LogReplay.Watcher pace = pace();
    Map<String, Object> kafka = LogConnection.of(config);
    Ledger.Size size = ReplayMemory.ledger(most(), records(kafka));
    try (var share = memory.take(size.bytesMax() + beside, pace::cancelled)) {
      LogReplay replay = LogReplay.upTo(ReplaySettings.of(kafka, size).asAt(asAt), from, pace);
      replay.ledger().shards().parallelStream()
          .forEach(
              shard -> shard.unseen((referral, entry) -> taker.take(referral, entry.custody())));
    }
  }

  private static long records(Map<String, Object> kafka) {
    return LogScan.ends(kafka, List.of(Topics.REFERRALS)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private Snapshots snapshots() {
    return own.sweep()
        .snapshots()
        .map(folder -> new Snapshots(folder, own.sweep().snapshotsKept()))
        .orElse(null);
  }

  private Ledger.Size most() {
    int wanted = own.sweep().threads();
    int threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    long referrals =
        transactions.inTransaction(
            () ->
                Sql.on(transactions.connection(), "the board's size")
                    .find(COUNT, row -> row.getLong(1))
                    .orElseThrow());
    return new Ledger.Size(threads, referrals, own.asAt().bytesMax());
  }

  /** Behind the live reader, which people wait for. */
  private LogReplay.Watcher pace() {
    return new LogReplay.Watcher() {
      @Override
      public boolean cancelled() {
        return stopping.getCount() == 0;
      }

      @Override
      public void yield() {
        if (live.lagEvents() == 0) return;
        try {
          stopping.await(GIVE_WAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
