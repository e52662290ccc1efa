package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code postmaster.pid}, which a running PostgreSQL keeps in its data folder: process id, data
 * folder, start (epoch seconds), port, two lines of addresses, key and id of the shared memory.
 */
final class PostmasterFile {

  record Postmaster(ProcessHandle process, int port) {}

  private static final int MEMORY_LINE = 6;

  private PostmasterFile() {}

  /** The id of the memory that the server's processes share, also where it was killed. */
  static OptionalInt sharedMemory(Path data) throws IOException {
    List<String> lines = lines(data);
    if (lines.size() <= MEMORY_LINE || lines.get(MEMORY_LINE).isBlank()) return OptionalInt.empty();
    return OptionalInt.of(Integer.parseInt(lines.get(MEMORY_LINE).strip().split("\\s+")[1]));
  }

  /**
   * Takes the file of an ended server away. PostgreSQL refuses to start while a process has that
   * number, though it be a defunct one or another's.
   */
  static void delete(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  /** The process that the file names, if it lives. */
  static Optional<Postmaster> read(Path data) throws IOException {
    List<String> lines = lines(data);
    if (lines.size() < 4 || lines.get(3).isBlank()) {
      return Optional.empty();
    }
    var pid = Long.parseLong(lines.getFirst().strip());
    var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    var port = Integer.parseInt(lines.get(3).strip());
    return PidFile.alive(pid, started).map(process -> new Postmaster(process, port));
  }

  /** None where it was stopped. */
  private static List<String> lines(Path data) throws IOException {
    try {
      return Files.readAllLines(file(data));
    } catch (NoSuchFileException stopped) {
      return List.of();
    }
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }
}
