package baton.journal.store;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.Samples;
import baton.journal.TestDatabases;
import baton.journal.store.TestReferral.Receive;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A new version's tables while the version before works on. */
class MigrationTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void two_instances_that_start_at_once_migrate_once() {
    DataSource empty = TestDatabases.empty("migration");
    var both =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> Migration.patiently(flyway(empty))),
            CompletableFuture.runAsync(() -> Migration.patiently(flyway(empty))));
    assertThat(both).succeedsWithin(SOON);
    assertThat(flyway(empty).info().pending()).isEmpty();
    assertThat(flyway(empty).info().applied())
        .extracting(m -> m.getState().isFailed())
        .containsOnly(false);
  }

  @Test
  void the_old_version_stores_on_while_a_migration_waits_for_a_long_transaction() throws Exception {
    var old = new TestJournal();
    var load = new Load(old);
    CompletableFuture<Void> migration;
    try (Connection busy = old.store.getConnection()) {
      busy.setAutoCommit(false);
      busy.createStatement().executeQuery("select count(*) from event_entry").close();
      load.begin();
      migration = CompletableFuture.runAsync(() -> Migration.patiently(flyway(old.store)));
      await("it asks for the table, and whoever stores now waits behind it")
          .until(() -> waited(old.store) > 0);
      await("it gives up rather than keep them waiting").until(() -> waited(old.store) == 0);
      int before = load.stored.get();
      await("they store on").until(() -> load.stored.get() > before + 20);
      assertThat(migration).as("still waits for the long transaction").isNotDone();
      busy.rollback();
    }
    assertThat(migration).succeedsWithin(SOON);
    int migrated = load.stored.get();
    await().until(() -> load.stored.get() > migrated + 20);
    load.end();

    assertThat(load.failed).hasValue(0);
    assertThat(old.rows("select later_column from event_entry limit 1")).hasSize(1);
  }

  private static int waited(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'"
                    + " and relation = 'event_entry'::regclass")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Flyway flyway(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/journal", "classpath:db/expand")
        .outOfOrder(true)
        .load();
  }

  /** Referrals received one after the other by the old version's code. */
  private static final class Load {
    private final TestJournal journal;
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private Thread thread;

    Load(TestJournal journal) {
      this.journal = journal;
    }

    void begin() {
      thread = Thread.ofPlatform().start(this::run);
    }

    void end() throws InterruptedException {
      over.set(true);
      thread.join(SOON);
    }

    private void run() {
      while (!over.get()) {
        try {
          journal.send(new Receive(Samples.newReferral()));
          stored.incrementAndGet();
        } catch (RuntimeException failure) {
          failed.incrementAndGet();
        }
      }
    }
  }
}
