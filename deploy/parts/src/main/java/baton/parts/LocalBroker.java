package baton.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Kafka broker (KRaft, one node) in a JVM of its own, started from this JVM's class path.
 * What it holds survives a restart on the same folder, with the same topic ids.
 *
 * <p>Everything is under one folder: {@code data}, {@code log}, {@code pid}.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration STOP_MAX = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ProcessHandle process;
  private final int port;

  private LocalBroker(ProcessHandle process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * A broker that ends when this JVM does.
   *
   * @param port 0 for any free one
   * @param heap as in {@code -Xmx}
   * @throws PartFailed the port is taken, or it did not come up: the message names its log
   */
  public static LocalBroker start(Path folder, int port, String heap) {
    return start(folder, port, heap, List.of(Long.toString(ProcessHandle.current().pid())));
  }

  /** A broker that outlives this JVM; one that runs on the folder already is taken as it is. */
  public static LocalBroker startDetached(Path folder, int port, String heap) {
    try {
      return running(folder, port).orElseGet(() -> start(folder, port, heap, List.of()));
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** The broker that was started on this folder and port, if it runs. */
  public static Optional<LocalBroker> running(Path folder, int port) throws IOException {
    return pidFile(folder).read().map(process -> new LocalBroker(process, port));
  }

  private static LocalBroker start(Path folder, int wanted, String heap, List<String> parent) {
    if (wanted != 0 && !Ports.isFree(wanted)) {
      throw new PartFailed("port " + wanted + " for the Kafka broker is in use");
    }
    try {
      Files.createDirectories(folder);
      var log = folder.resolve("log");
      Files.deleteIfExists(log);
      var port = wanted == 0 ? Ports.free() : wanted;
      var process = Detached.start(command(folder, port, heap, parent), Map.of(), log);
      pidFile(folder).write(process.toHandle());
      awaitReady(process, log);
      return new LocalBroker(process.toHandle(), port);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static List<String> command(Path folder, int port, String heap, List<String> parent)
      throws IOException {
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
                Integer.toString(port),
                Integer.toString(Ports.free())));
    command.addAll(parent);
    return command;
  }

  private static void awaitReady(Process process, Path log) throws IOException {
    var deadline = System.nanoTime() + START_MAX.toNanos();
    while (!isReady(log)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new PartFailed("the Kafka broker did not start; its log is " + log);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static boolean isReady(Path log) throws IOException {
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.startsWith(BrokerMain.READY));
    } catch (NoSuchFileException notYet) {
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
    process.destroy();
    if (!Signals.gone(process, STOP_MAX)) {
      process.destroyForcibly();
    }
  }
}
