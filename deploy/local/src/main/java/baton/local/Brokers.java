package baton.local;

import baton.parts.BrokerNode;
import baton.parts.BrokerNode.Guard;
import baton.parts.LocalBroker;
import baton.parts.Ports;
import baton.parts.access.AccessKeys;
import baton.parts.access.LogAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * The broker of an installation, or the three of them that are one cluster. They let in nobody
 * without a name: services and forces by password, {@code ./baton} by certificate.
 */
public final class Brokers {
  private static final String HEAP = "512m";
  private static final Duration HAND_OVER_MAX = Duration.ofSeconds(10);

  private final Home home;
  private final int count;
  private final Surroundings surroundings;

  Brokers(Home home, int count, Surroundings surroundings) {
    this.home = home;
    this.count = count;
    this.surroundings = surroundings;
  }

  /** The numbers of the brokers. */
  public List<Integer> numbers() {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }

  /** Where clients find them. */
  public String bootstrap() {
    return addresses(home::kafkaPort);
  }

  /** Where those find them who come by certificate. */
  public String certified() {
    return addresses(home::insidePort);
  }

  private String addresses(IntUnaryOperator port) {
    return numbers().stream()
        .map(number -> "127.0.0.1:" + port.applyAsInt(number))
        .collect(Collectors.joining(","));
  }

  /** How {@code ./baton} reaches them, and may do everything: settings of a Kafka client. */
  public Map<String, Object> operator() throws IOException {
    if (letInEverybody())
      throw new Trouble(
          "the broker of this home was started by an earlier Baton, which let in everybody; run once: baton up");
    return keys().operator(certified());
  }

  /** What opens them. */
  public AccessKeys keys() throws IOException {
    return AccessKeys.in(home.kafkaKeys());
  }

  /** The log was made by a Baton whose brokers asked nobody for a name. */
  boolean letInEverybody() {
    return Files.exists(home.kafka(1)) && !AccessKeys.exist(home.kafkaKeys());
  }

  public Optional<LocalBroker> running(int number) throws IOException {
    return LocalBroker.running(home.kafka(number), home.kafkaPort(number));
  }

  public boolean allRun() throws IOException {
    for (int number : numbers()) {
      if (running(number).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Starts what does not run, and returns when all serve and know who may do what. */
  public void start() throws IOException {
    // Whatever starts them: one that asks for no name would be taken for one that does.
    if (letInEverybody()) stop();
    var keys = keys();
    var launched = new ArrayList<LocalBroker>();
    for (int number : numbers()) {
      launched.add(launch(number));
    }
    launched.forEach(LocalBroker::awaitReady);
    keys.writeFiles(bootstrap(), certified());
    try (var admin = Admin.create(operator())) {
      new LogAccess(admin).settle(keys);
    }
  }

  /** Starts one, if it does not run, and returns at once. */
  public LocalBroker launch(int number) throws IOException {
    var node =
        new BrokerNode(
            number,
            home.kafkaPort(number),
            controllers(),
            cluster(),
            surroundings.doors(number),
            new Guard(home.insidePort(number), home.kafkaKeys()));
    return LocalBroker.launchDetached(home.kafka(number), node, HEAP);
  }

  /** One alone talks to its controller only within its own process: any port will do. */
  private List<Integer> controllers() throws IOException {
    return count == 1
        ? List.of(Ports.free())
        : numbers().stream().map(home::controllerPort).toList();
  }

  private String cluster() throws IOException {
    var file = home.clusterFile();
    if (!Files.exists(file)) {
      Files.writeString(file, Uuid.randomUuid() + "\n");
    }
    return Files.readString(file).strip();
  }

  /**
   * All at once: the last of several would wait in vain for another to take over. Nothing is lost
   * when it is killed, for two hold every record.
   */
  public void stop() throws IOException {
    var running = new ArrayList<LocalBroker>();
    for (int number : numbers()) {
      running(number).ifPresent(running::add);
    }
    if (count == 1) {
      running.forEach(LocalBroker::close);
    } else {
      running.forEach(broker -> broker.process().destroy());
      running.forEach(broker -> broker.close(HAND_OVER_MAX));
    }
  }
}
