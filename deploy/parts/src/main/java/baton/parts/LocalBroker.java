package baton.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (KRaft) in a JVM of its own, started from this JVM's class path: alone, or
 * one of several. What it holds survives a restart on the same folder, with the same topic ids.
 *
 * <p>Everything is under one folder: {@code data}, {@code log}, {@code pid}.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration STOP_MAX = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ProcessHandle process;
  private final int port;
  private final Path log;

  private LocalBroker(ProcessHandle process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * A broker that ends when this JVM does, and lets in everybody.
   *
   * @param port 0 for any free one
   * @param heap as in {@code -Xmx}
   * @throws PartFailed the port is taken, or it did not come up: the message names its log
   */
  public static LocalBroker start(Path folder, int port, String heap) {
    try {
      return start(folder, alone(port), heap);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** As {@link #start(Path, int, String)}, as the node says. */
  public static LocalBroker start(Path folder, BrokerNode node, String heap) {
    try {
      var broker =
          launch(folder, node, heap, List.of(Long.toString(ProcessHandle.current().pid())));
      broker.awaitReady();
      return broker;
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** A broker that outlives this JVM; one that runs on the folder already is taken as it is. */
  public static LocalBroker startDetached(Path folder, int port, String heap) {
    try {
      var broker = launchDetached(folder, alone(port), heap);
      broker.awaitReady();
      return broker;
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * As {@link #startDetached(Path, int, String)}, without waiting until it serves: a broker of
   * several does so only when most of them run.
   */
  public static LocalBroker launchDetached(Path folder, BrokerNode node, String heap) {
    try {
      var running = running(folder, node.port());
      return running.isPresent() ? running.get() : launch(folder, node, heap, List.of());
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static BrokerNode alone(int port) throws IOException {
    return new BrokerNode(
        1,
        port == 0 ? Ports.free() : port,
        List.of(Ports.free()),
        Uuid.randomUuid().toString(),
        List.of(),
        null);
  }

  /** The broker that was started on this folder and port, if it runs. */
  public static Optional<LocalBroker> running(Path folder, int port) throws IOException {
    return pidFile(folder)
        .read()
        .map(process -> new LocalBroker(process, port, folder.resolve("log")));
  }

  private static LocalBroker launch(Path folder, BrokerNode node, String heap, List<String> parent)
      throws IOException {
    if (!Ports.isFree(node.port())) {
      throw new PartFailed("port " + node.port() + " for the Kafka broker is in use");
    }
    Files.createDirectories(folder);
    var log = folder.resolve("log");
    Files.deleteIfExists(log);
    var process = Detached.start(command(folder, node, heap, parent), Map.of(), log).toHandle();
    pidFile(folder).write(process);
    return new LocalBroker(process, node.port(), log);
  }

  private static List<String> command(
      Path folder, BrokerNode node, String heap, List<String> parent) {
    var command =
        new ArrayList<>(
            List.of(
                Detached.java(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                folder.resolve("data").toAbsolutePath().toString(),
                node.asArgument()));
    command.addAll(parent);
    return command;
  }

  /**
   * Returns when it serves.
   *
   * @throws PartFailed it ended, or took too long: the message names its log
   */
  public void awaitReady() {
    var deadline = System.nanoTime() + START_MAX.toNanos();
    while (!isReady(log)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new PartFailed("the Kafka broker did not start; its log is " + log);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static boolean isReady(Path log) {
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.startsWith(BrokerMain.READY));
    } catch (IOException notYet) {
      return false;
    }
  }

  private static PidFile pidFile(Path folder) {
    return new PidFile(folder.resolve("pid"));
  }

  private static PartFailed failed(Path folder, IOException e) {
    return new PartFailed("the Kafka broker cannot use " + folder + ": " + e.getMessage(), e);
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public ProcessHandle process() {
    return process;
  }

  /** Stops it as an operator would: it flushes what it holds and leaves its folder clean. */
  @Override
  public void close() {
    close(STOP_MAX);
  }

  /**
   * As {@link #close()}. The last of several has nobody to hand over to and would wait for long.
   *
   * @param patience after which it is killed
   */
  public void close(Duration patience) {
    process.destroy();
    if (!Processes.gone(process, patience)) {
      process.destroyForcibly();
    }
  }
}
