package baton.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across launchers: its number and when it started, because numbers are given
 * out again. A file that says anything else is taken as none.
 */
public record PidFile(Path file) {
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  public void write(ProcessHandle process) throws IOException {
    var start = process.info().startInstant().orElseGet(Instant::now);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, process.pid() + " " + start + "\n");
  }

  /** The process, if it still lives. */
  public Optional<ProcessHandle> read() throws IOException {
    try {
      var words = Files.readString(file).strip().split(" ");
      return words.length == 2
          ? alive(Long.parseLong(words[0]), Instant.parse(words[1]))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException | DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The process of this number, if it lives and started at about that time. */
  static Optional<ProcessHandle> alive(long pid, Instant started) {
    return ProcessHandle.of(pid)
        .filter(Processes::runs)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                    .orElse(true));
  }
}
