package baton.escalation.clockkeeper;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.alarms.AlarmTable;
import baton.escalation.fixtures.Stepped;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who judges and who groups alarms write the same rows in different orders: they exclude each
 * other, while those who judge different partitions do not.
 */
@QuarkusTest
@Stepped
class LockOrderTest {
  private static final Duration TIME = Duration.ofSeconds(30);

  /** Far from the partitions that the running service judges. */
  private static final int ONE = 1_000_001;

  private static final int OTHER = 1_000_002;

  @Inject Transactions transactions;
  @Inject Referee referee;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch enough = new CountDownLatch(1);

  @AfterEach
  void end() {
    enough.countDown();
    threads.close();
  }

  @Test
  void whoever_groups_waits_for_whoever_judges() throws Exception {
    Future<Integer> judging = threads.submit(() -> holding(this::judge, ONE));
    held.await();
    Future<Integer> grouping = threads.submit(() -> transactions.inTransaction(() -> group(OTHER)));

    await("the second waits").atMost(TIME).until(this::somebodyWaits);
    assertThat(grouping.isDone()).isFalse();
    enough.countDown();

    assertThat(judging.get()).isEqualTo(ONE);
    assertThat(grouping.get()).isEqualTo(OTHER);
  }

  @Test
  void two_who_judge_different_partitions_do_not_wait() throws Exception {
    Future<Integer> judging = threads.submit(() -> holding(this::judge, ONE));
    held.await();

    Future<Integer> other = threads.submit(() -> transactions.inTransaction(() -> judge(OTHER)));

    assertThat(other.get()).isEqualTo(OTHER);
    assertThat(judging.isDone()).isFalse();
  }

  private interface Lock {
    int take(int partition) throws Exception;
  }

  /** Takes a lock and keeps it until it is enough. */
  private int holding(Lock lock, int partition) {
    return transactions.inTransaction(
        () -> {
          int taken = lock.take(partition);
          held.countDown();
          enough.await();
          return taken;
        });
  }

  private int judge(int partition) throws Exception {
    referee.lock(List.of(partition), transactions.connection());
    return partition;
  }

  private int group(int partition) {
    AlarmTable.on(transactions.connection()).lockToGroup();
    return partition;
  }

  private boolean somebodyWaits() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the locks")
                .find(
                    "select exists (select from pg_locks where locktype = 'advisory'"
                        + " and mode = 'ExclusiveLock' and not granted)",
                    row -> row.getBoolean(1))
                .orElseThrow());
  }
}
