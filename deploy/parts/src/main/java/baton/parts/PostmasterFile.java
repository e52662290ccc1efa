package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which a running PostgreSQL keeps in its data folder: process id, data
 * folder, start (epoch seconds), port, and further lines.
 */
final class PostmasterFile {

  record Postmaster(ProcessHandle process, int port) {}

  private PostmasterFile() {}

  /** The process that the file names, if it lives. */
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
    var pid = Long.parseLong(lines.getFirst().strip());
    var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    var port = Integer.parseInt(lines.get(3).strip());
    return PidFile.alive(pid, started).map(process -> new Postmaster(process, port));
  }
}
