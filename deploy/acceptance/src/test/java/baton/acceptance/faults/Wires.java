package baton.acceptance.faults;

import baton.acceptance.faults.Schedule.Cast;
import baton.local.Home;
import baton.local.Instance;
import baton.local.Surroundings;
import baton.parts.BrokerNode.Door;
import baton.parts.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Between each service process and the database, and between it and each broker, there is a wire of
 * its own: so one service can lose one of them while the others have all.
 */
final class Wires implements Surroundings, AutoCloseable {
  /** Receivers of webhooks stand here, and what fails is tried again while a test looks on. */
  private static final Map<String, String> TO_THIS_MACHINE =
      Map.of(
          "BATON_WEBHOOKS_ALLOW_ANYWHERE",
          "true",
          "BATON_WEBHOOKS_ALLOW_HTTP",
          "true",
          "BATON_WEBHOOKS_ANSWER_MAX",
          "PT3S",
          "BATON_WEBHOOKS_RETRY_FIRST",
          "PT0.5S",
          "BATON_WEBHOOKS_RETRY_MAX",
          "PT2S");

  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<Integer, List<Door>> doors = new HashMap<>();
  private final List<Integer> brokers;
  private final Map<String, Duration> skews = new ConcurrentHashMap<>();
  private final Map<String, Duration> leapt = new ConcurrentHashMap<>();

  Wires(Home home, List<Instance> instances, int brokers) {
    this.brokers = IntStream.rangeClosed(1, brokers).boxed().toList();
    for (var instance : instances)
      wires.put(name(instance.slug(), Cast.DATABASE), new Wire(home.postgresPort()));
    for (int broker : this.brokers)
      doors.put(broker, instances.stream().map(instance -> door(instance, broker)).toList());
  }

  private Door door(Instance instance, int broker) {
    try {
      var behind = Ports.free();
      var wire = new Wire(behind);
      wires.put(name(instance.slug(), broker(broker)), wire);
      var name = instance.slug().replace("-", "").toUpperCase(Locale.ROOT);
      return new Door(name, behind, wire.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String broker(int number) {
    return number == 1 ? "kafka" : "kafka-" + number;
  }

  private static String name(String service, String part) {
    return service + "~" + part;
  }

  Wire between(String service, String part) {
    return wires.get(name(service, part));
  }

  /** From its next start on, as compared with the others. */
  void skew(String service, Duration skew) {
    skews.put(service, skew);
  }

  /** From its next start on, later than before. */
  void leap(String service, Duration on) {
    leapt.merge(service, on, Duration::plus);
  }

  void mend() {
    wires.values().forEach(Wire::mend);
    skews.clear();
  }

  @Override
  public List<Door> doors(int broker) {
    return doors.get(broker);
  }

  @Override
  public Map<String, String> environment(Instance instance) {
    var own = instance.slug();
    var database = "jdbc:postgresql://127.0.0.1:" + between(own, Cast.DATABASE).port() + "/";
    var kafka =
        brokers.stream()
            .map(number -> "127.0.0.1:" + between(own, broker(number)).port())
            .collect(Collectors.joining(","));
    var environment = new HashMap<>(TO_THIS_MACHINE);
    environment.putAll(
        Map.of(
            "BATON_KAFKA",
            kafka,
            "BATON_DB_URL",
            database + instance.service().slug(),
            "BATON_KEYRING_URL",
            database + "keyring",
            "BATON_CLOCK_SKEW",
            clock(own).toString()));
    return environment;
  }

  private Duration clock(String service) {
    return leapt
        .getOrDefault(service, Duration.ZERO)
        .plus(skews.getOrDefault(service, Duration.ZERO));
  }

  @Override
  public void close() throws IOException {
    for (var wire : wires.values()) wire.close();
  }
}
