package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which a running PostgreSQL keeps in its data folder: process id, data
 * folder, start (epoch seconds), port, and further lines.
 */
final class PostmasterFile {
  private static final Duration START_TOLERANCE = Duration.ofSeconds(30);

  record Postmaster(ProcessHandle process, int port) {}

  private PostmasterFile() {}

  /**
   * The process that the file names, if it lives and is not another one that got the same number.
   */
  static Optional<Postmaster> read(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException stopped) {
      return Optional.empty();
    }
    if (lines.size() < 4 || lines.get(3).isBlank()) {
      return Optional.empty();
    }
    var recorded = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAround(process, recorded))
        .map(process -> new Postmaster(process, Integer.parseInt(lines.get(3).strip())));
  }

  private static boolean startedAround(ProcessHandle process, Instant recorded) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, recorded).abs().compareTo(START_TOLERANCE) < 0)
        .orElse(true);
  }
}
