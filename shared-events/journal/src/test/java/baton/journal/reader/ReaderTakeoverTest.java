package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.journal.envelope.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two instances of a service: the group gives the partition of one to the other. */
class ReaderTakeoverTest {
  private static final int EVENTS = 6;

  private final ReaderBed bed = new ReaderBed(1);
  private final ReferralId referral = Written.newReferral();
  private final List<Envelope> story = new ArrayList<>();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicBoolean once = new AtomicBoolean(true);

  ReaderTakeoverTest() {
    for (int i = 0; i < EVENTS; i++) story.add(note(referral, i));
    bed.log.write(story);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    bed.close();
  }

  /**
   * It may be away for five seconds, more than a batch takes on a busy machine; then the group
   * gives its partitions to others.
   */
  private static Map<String, Object> impatientGroup() {
    var kafka = new HashMap<>(TestLog.KAFKA);
    kafka.put("max.poll.interval.ms", 5_000);
    kafka.put("session.timeout.ms", 6_000);
    kafka.put("heartbeat.interval.ms", 500);
    return kafka;
  }

  @Test
  void a_batch_whose_partition_was_taken_over_has_no_effect() {
    var slow = bed.instance();
    slow.kafka = impatientGroup();
    slow.before = record -> stall();
    LogReader slowReader = slow.started();
    waitFor(stalled);
    var other = bed.instance();
    other.kafka = impatientGroup();
    LogReader otherReader = other.started();

    endTransactionsThatLastTooLong();
    awaitRead(EVENTS);
    goOn.countDown();

    bed.log.write(note(referral, EVENTS));
    awaitRead(EVENTS + 1);
    awaitIdle(otherReader);
    awaitIdle(slowReader);
    assertThat(bed.seen()).startsWith(ids(story).toArray(String[]::new)).hasSize(EVENTS + 1);
    assertThat(bed.causes(referral)).isEqualTo(bed.seen());
    assertThat(bed.texts("select count(*) from archived")).containsExactly("7");
  }

  /** The narrow case: it has polled, but its transaction begins only after the other's ended. */
  @Test
  void a_batch_that_begins_too_late_is_stale() {
    var late = bed.instance(stalling(bed.database));
    late.kafka = impatientGroup();
    LogReader lateReader = late.started();
    waitFor(stalled);
    var other = bed.instance();
    other.kafka = impatientGroup();
    LogReader otherReader = other.started();
    awaitRead(EVENTS);

    goOn.countDown();
    bed.log.write(note(referral, EVENTS));
    awaitRead(EVENTS + 1);
    awaitIdle(lateReader);
    awaitIdle(otherReader);

    assertThat(bed.seen()).startsWith(ids(story).toArray(String[]::new)).hasSize(EVENTS + 1);
    assertThat(bed.causes(referral)).isEqualTo(bed.seen());
    assertThat(bed.texts("select count(*) from archived")).containsExactly("7");
  }

  @Test
  void a_checkpoint_moves_only_from_where_it_is_expected() {
    LogReader reader = bed.instance().started();
    awaitIdle(reader);
    reader.stop();
    bed.execute("update log_checkpoint set next_offset = 3 where topic like 'referrals%'");

    LogReader second = bed.instance().started();
    awaitIdle(second);

    assertThat(bed.texts("select next_offset from log_checkpoint where topic like 'referrals%'"))
        .containsExactly(Integer.toString(EVENTS));
    assertThat(bed.seen()).isEqualTo(ids(story));
  }

  private void stall() {
    if (!once.compareAndSet(true, false)) return;
    stalled.countDown();
    waitFor(goOn);
  }

  /** Stalls as a pool does that has no connection left: the third time the reader asks. */
  private DataSource stalling(DataSource real) {
    var asked = new AtomicInteger();
    return new PGSimpleDataSource() {
      private static final long serialVersionUID = 1;

      @Override
      public Connection getConnection() throws SQLException {
        boolean reader = Thread.currentThread().getName().startsWith("baton-reader");
        if (reader && batchIsNext() && asked.incrementAndGet() == 1) stall();
        return real.getConnection();
      }
    };
  }

  /** The reader's connections are for placing, counting and batches; only a batch is stalled. */
  private static boolean batchIsNext() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame -> frame.getClassName().equals(BatchTransaction.class.getName())));
  }

  private void awaitRead(int offset) {
    await()
        .atMost(SOON)
        .until(
            () ->
                bed.texts("select next_offset from log_checkpoint where topic like 'referrals%'")
                    .equals(List.of(Integer.toString(offset))));
  }

  /** What the database does by itself after ten idle seconds, here at once. */
  private void endTransactionsThatLastTooLong() {
    bed.texts(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and state = 'idle in transaction'");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
