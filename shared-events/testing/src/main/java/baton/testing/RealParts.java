package baton.testing;

import baton.parts.Database;
import baton.parts.LogTopics;
import baton.parts.PartFailed;
import baton.parts.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The PostgreSQL and the broker that this test run uses, started at first use and stopped with the
 * JVM.
 *
 * @param kafka bootstrap address
 * @param folder of this run, gone afterwards; keys of the run are kept in it
 */
public record RealParts(PostgresServer postgres, String kafka, Path folder) {
  private static final int PARTITIONS = 12;

  /**
   * A literal is one object in the whole JVM, whichever class loader asks, and nobody else locks
   * this one: whoever starts a process may log and so lock the system's properties.
   */
  private static final Object ONE_AT_A_TIME = "baton.testing.RealParts";

  /** The parts of this JVM, whichever class loader asks. */
  public static RealParts get() {
    synchronized (ONE_AT_A_TIME) {
      return SharedInJvm.find()
          .orElseGet(
              () -> {
                var started = RunningParts.start(PartsSource.choose());
                Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "parts-stop"));
                SharedInJvm.keep(started.parts());
                return started.parts();
              });
    }
  }

  /** An empty database that no other test knows. */
  public Database freshDatabase(String purpose) {
    var name = purpose.replace('-', '_') + "_" + UUID.randomUUID().toString().substring(0, 8);
    try {
      return postgres.create(name, "for-tests-only");
    } catch (SQLException e) {
      throw new PartFailed("database " + name + " could not be made", e);
    }
  }

  /** The log's topics, empty, with new topic ids: for a service whose database is fresh too. */
  public void freshTopics() {
    freshTopics(PARTITIONS);
  }

  public void freshTopics(int partitions) {
    LogTopics.delete(kafka);
    LogTopics.create(kafka, partitions, 1);
  }
}
