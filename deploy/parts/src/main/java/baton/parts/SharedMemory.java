package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Memory that the processes of one PostgreSQL share, as the kernel of Linux lists it. */
final class SharedMemory {
  private static final Path LIST = Path.of("/proc/sysvipc/shm");
  private static final int ID = 1;
  private static final int ATTACHED = 6;
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private SharedMemory() {}

  /** Whether it can be told here who holds what. */
  static boolean isListed() {
    return Files.exists(LIST);
  }

  /** Whether within so long no process holds it any more. */
  static boolean awaitFree(int id, Duration max) throws IOException {
    long until = System.nanoTime() + max.toNanos();
    while (isHeld(id)) {
      if (System.nanoTime() > until) return false;
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  private static boolean isHeld(int id) throws IOException {
    try (var lines = Files.lines(LIST)) {
      return lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .anyMatch(row -> row[ID].equals(Integer.toString(id)) && !row[ATTACHED].equals("0"));
    } catch (NoSuchFileException anotherSystem) {
      return false;
    }
  }
}
