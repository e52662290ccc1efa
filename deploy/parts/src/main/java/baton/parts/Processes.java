package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What Java's own process handles lack: the interrupt and quit signals, and to see that a process
 * has ended whose parent has not asked for its result yet.
 */
public final class Processes {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private Processes() {}

  static void interrupt(ProcessHandle process) {
    send("-INT", process);
  }

  static void quit(ProcessHandle process) {
    send("-QUIT", process);
  }

  private static void send(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new PartFailed("cannot signal process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether the process does anything yet. One that is defunct does not, though it keeps its
   * number: what Baton starts outlives its launcher, and where the machine's first process reaps
   * late, as in many a container, or never, {@link ProcessHandle#isAlive()} calls it alive for as
   * long.
   */
  public static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isDefunct(process.pid());
  }

  /** As Linux tells it; elsewhere none is. */
  private static boolean isDefunct(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The state follows the program's name, which stands in brackets and may hold some.
      var state = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return state.startsWith("Z") || state.startsWith("X");
    } catch (IOException notTold) {
      return false;
    }
  }

  /** Whether the process has ended within the time. */
  public static boolean gone(ProcessHandle process, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (runs(process)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) return false;
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return true;
  }
}
