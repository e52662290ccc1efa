package baton.testing;

import baton.parts.LocalBroker;
import baton.parts.LocalPostgres;
import baton.parts.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Parts that run, and how to end them. Both are started at once: each takes seconds. */
record RunningParts(RealParts parts, Runnable end) {
  private static final String BROKER_HEAP = "256m";

  static RunningParts start(PartsSource source) {
    var folder = RunFolder.make();
    return switch (source) {
      case CONTAINERS -> inContainers(folder);
      case EMBEDDED -> embedded(folder);
    };
  }

  private static RunningParts embedded(Path folder) {
    var broker =
        CompletableFuture.supplyAsync(
            () -> LocalBroker.start(folder.resolve("kafka"), 0, BROKER_HEAP));
    var postgres = LocalPostgres.start(folder.resolve(RunFolder.POSTGRES), 0, RunFolder.binaries());
    var parts = new RealParts(postgres.server(), broker.join().bootstrap(), folder);
    return new RunningParts(
        parts,
        () -> {
          // Nothing of theirs is kept, so they need not write it down first.
          broker.join().process().destroyForcibly();
          postgres.stopAtOnce();
        });
  }

  @SuppressWarnings("resource") // closed by `end`
  private static RunningParts inContainers(Path folder) {
    var kafka =
        new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_LOG_RETENTION_MS", "-1")
            .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_AFTER_MAX_MS", Long.toString(Long.MAX_VALUE));
    var postgres =
        new PostgreSQLContainer("postgres:18")
            // The container class switches fsync off unless it is given a command of its own.
            .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=120");
    var broker = CompletableFuture.runAsync(kafka::start);
    postgres.start();
    broker.join();
    var address =
        postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    var server = new PostgresServer(address, postgres.getUsername(), postgres.getPassword());
    return new RunningParts(
        new RealParts(server, kafka.getBootstrapServers(), folder),
        () -> {
          kafka.stop();
          postgres.stop();
        });
  }

  void stop() {
    end.run();
    RunFolder.delete(parts.folder());
  }
}
