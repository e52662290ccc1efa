package baton.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Kafka broker (KRaft, one node) in a JVM of its own, started from this JVM's class path.
 * What it holds survives a restart on the same folder, with the same topic ids.
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

  /** A broker that ends with this JVM. Port 0 is any free one. */
  public static LocalBroker start(Path folder, int port, String heap) {
    return start(folder, port, heap, List.of(), true);
  }

  /**
   * A broker that outlives this JVM.
   *
   * @param detach the command that runs another one away from this terminal, such as {@code nohup}
   */
  public static LocalBroker startDetached(Path folder, int port, String heap, List<String> detach) {
    return start(folder, port, heap, detach, false);
  }

  private static LocalBroker start(
      Path folder, int port, String heap, List<String> prefix, boolean endWithThisJvm) {
    try {
      if (port != 0 && !Ports.isFree(port)) {
        throw new PartFailed("port " + port + " for the Kafka broker is in use");
      }
      Files.createDirectories(folder);
      var log = folder.resolve("log");
      Files.deleteIfExists(log);
      var listening = port == 0 ? Ports.free() : port;
      var command = new ArrayList<>(prefix);
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx" + heap,
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-cp",
              System.getProperty("java.class.path"),
              BrokerMain.class.getName(),
              folder.resolve("data").toAbsolutePath().toString(),
              Integer.toString(listening),
              Integer.toString(Ports.free())));
      if (endWithThisJvm) {
        command.add(Long.toString(ProcessHandle.current().pid()));
      }
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      awaitReady(process, log);
      return new LocalBroker(process.toHandle(), listening);
    } catch (IOException e) {
      throw new PartFailed("the Kafka broker cannot use " + folder + ": " + e.getMessage(), e);
    }
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
    }
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
