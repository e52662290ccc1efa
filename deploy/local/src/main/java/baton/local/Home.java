package baton.local;

import baton.local.client.ServiceName;
import baton.local.recovery.Folders;
import baton.parts.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where an installation on this machine lives and on which ports.
 *
 * @param checkout folder with the built services
 * @param folder {@code BATON_HOME}: data, keys and logs
 * @param portBase {@code BATON_PORT_BASE}: the services are at +1 to +4, PostgreSQL at +5, Kafka at
 *     +6; second instances and brokers ten above the first, third ones twenty, and so on; each of
 *     three brokers has its controller just above it, and every broker at +8 the way in for the
 *     others and for {@code ./baton}
 */
public record Home(Path checkout, Path folder, int portBase) {
  private static final int PORT_BASE = 8080;
  private static final int PORT_MAX = 65_535;
  private static final int APART = 10;

  /** How many ports above the base are used. */
  public static final int PORTS = 8;

  /** From the environment; {@code baton.checkout} is set by the script. */
  public static Home of(Map<String, String> environment, Path checkout) {
    var folder = environment.getOrDefault("BATON_HOME", "");
    return new Home(
        checkout,
        folder.isBlank() ? checkout.resolve(".baton") : Path.of(folder).toAbsolutePath(),
        portBase(environment.getOrDefault("BATON_PORT_BASE", "")));
  }

  /** The same checkout with data, keys, logs and ports of another installation. */
  public Home at(Path otherFolder, int otherPortBase) {
    return new Home(checkout, otherFolder, otherPortBase);
  }

  private static int portBase(String given) {
    if (given.isBlank()) {
      return PORT_BASE;
    }
    try {
      var base = Integer.parseInt(given.strip());
      if (base > 0 && base + PORTS <= PORT_MAX) {
        return base;
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw new Trouble(
        "BATON_PORT_BASE is '" + given + "'; set it to a number from 1 to " + (PORT_MAX - PORTS));
  }

  public Path keys() {
    return folder.resolve("keys");
  }

  /** What opens the broker. */
  public Path kafkaKeys() {
    return keys().resolve("kafka");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  public Path kafka() {
    return kafka(1);
  }

  /** The folder of one of several brokers. */
  public Path kafka(int broker) {
    return folder.resolve(Shape.numbered("kafka", broker));
  }

  /** Ledgers of scheduled sweeps; may be deleted at any time. */
  Path snapshots() {
    return folder.resolve("snapshots");
  }

  /** What an instance is run from. */
  Path program(Instance instance) {
    return programs().resolve(instance.slug());
  }

  private Path programs() {
    return folder.resolve("programs");
  }

  public int port(ServiceName service) {
    return port(Instance.first(service));
  }

  public int port(Instance instance) {
    return portBase + instance.service().portOffset() + above(instance.number());
  }

  public int postgresPort() {
    return portBase + 5;
  }

  public int kafkaPort() {
    return kafkaPort(1);
  }

  public int kafkaPort(int broker) {
    return portBase + 6 + above(broker);
  }

  int controllerPort(int broker) {
    return portBase + 7 + above(broker);
  }

  /** Where brokers and {@code ./baton} come in, by certificate. */
  int insidePort(int broker) {
    return portBase + 8 + above(broker);
  }

  private static int above(int number) {
    return APART * (number - 1);
  }

  public Path log(ServiceName service) {
    return log(Instance.first(service));
  }

  public Path log(Instance instance) {
    return logs().resolve(instance.slug() + ".log");
  }

  PidFile pidFile(Instance instance) {
    return new PidFile(folder.resolve("pids").resolve(instance.slug()));
  }

  /** The id of a new log's cluster. */
  Path clusterFile() {
    return folder.resolve("cluster");
  }

  Path instancesFile() {
    return folder.resolve("instances");
  }

  Path brokersFile() {
    return folder.resolve("brokers");
  }

  /** Which clock the data was made with; a first start writes it. */
  Path clockFile() {
    return folder.resolve("clock");
  }

  /** Whether it was ever started, or something was restored into it. Keys alone are no data. */
  public boolean holdsData() {
    return Stream.of(postgres(), kafka(1), kafka(2), kafka(3), clockFile()).anyMatch(Files::exists);
  }

  /** Removes all but the keys. */
  public void wipeData() throws IOException {
    for (var path : data()) {
      Folders.delete(path);
    }
  }

  /** Removes all that this installation made, and nothing else that may lie in the folder. */
  public void wipe() throws IOException {
    wipeData();
    Folders.delete(keys());
  }

  private List<Path> data() {
    return List.of(
        logs(),
        snapshots(),
        programs(),
        postgres(),
        kafka(1),
        kafka(2),
        kafka(3),
        clusterFile(),
        folder.resolve("pids"),
        clockFile(),
        instancesFile(),
        brokersFile(),
        folder.resolve(CopyMark.FILE));
  }
}
