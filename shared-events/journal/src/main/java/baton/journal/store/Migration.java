package baton.journal.store;

import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to this version's tables while instances of the version before work on it.
 *
 * <p>A statement that alters a table waits for every transaction that uses it, and all later ones
 * wait behind the statement: so it waits for {@value #LOCK_WAIT} at most, gives up its place in the
 * queue, and tries again. Two instances that start at once take turns (Flyway's advisory lock).
 * What a migration may do is limited so that the version before goes on working: it adds; what
 * nothing reads any more is taken out by a later version.
 */
public final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
  private static final String LOCK_WAIT = "1s";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Migration() {}

  /**
   * @throws FlywayException if it failed, or found no moment without a lock within two minutes
   */
  public static void patiently(Flyway configured) {
    var flyway =
        Flyway.configure()
            .configuration(configured.getConfiguration())
            .initSql("set transaction_timeout = 0; set lock_timeout = '" + LOCK_WAIT + "'")
            .load();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!migrated(flyway, until)) pause();
  }

  private static boolean migrated(Flyway flyway, long until) {
    try {
      flyway.migrate();
      return true;
    } catch (FlywayException failure) {
      if (!isLocked(failure) || System.nanoTime() > until) throw failure;
      LOG.warn("A migration waits for a table that is in use; tried again");
      return false;
    }
  }

  private static boolean isLocked(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()))
        return true;
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a migration waited", interrupted);
    }
  }
}
