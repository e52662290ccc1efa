package baton.local;

import baton.parts.LocalBroker;
import baton.parts.LocalPostgres;
import baton.parts.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What a start needs from the machine, asked before anything is started. */
final class Preconditions {
  private static final long DISK_MIN = 500L * 1024 * 1024;

  private Preconditions() {}

  static void check(Home home, Shape shape) throws IOException {
    var free = Files.getFileStore(home.folder()).getUsableSpace();
    if (free < DISK_MIN) {
      throw new Trouble(
          "only %d MiB are free where %s is, and %d are needed; make room or set BATON_HOME"
              .formatted(free / 1024 / 1024, home.folder(), DISK_MIN / 1024 / 1024));
    }
    for (var instance : Instance.all(shape.instances())) {
      if (RunningService.find(home, instance).isEmpty()) {
        requireFree(home.port(instance), instance.title());
      }
    }
    if (LocalPostgres.running(home.postgres()).isEmpty()) {
      requireFree(home.postgresPort(), "PostgreSQL");
    }
    for (int number = 1; number <= shape.brokers(); number++) {
      if (LocalBroker.running(home.kafka(number), home.kafkaPort(number)).isEmpty()) {
        requireFree(home.kafkaPort(number), "Kafka");
        requireFree(home.insidePort(number), "Kafka");
      }
    }
  }

  /** What a broker that asks for a name needs beside what it had: asked before it is stopped. */
  static void checkWayIn(Home home, List<Integer> brokers) {
    for (int number : brokers) requireFree(home.insidePort(number), "Kafka");
  }

  private static void requireFree(int port, String forWhat) {
    if (!Ports.isFree(port)) {
      throw new Trouble(
          "port %d, which %s needs, is in use; stop that program or set BATON_PORT_BASE"
              .formatted(port, forWhat));
    }
  }
}
