package baton.acceptance.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the processes wrote while they were broken: a fault from outside is no cause of these. */
record ProcessLogs(Path folder) {
  private static final List<String> NEVER = List.of("OutOfMemoryError", "StackOverflowError");

  void check(Verdict verdict) throws IOException {
    try (var logs = Files.list(folder)) {
      for (Path log : logs.filter(Files::isRegularFile).toList())
        try (var lines = Files.lines(log, ISO_8859_1)) {
          lines
              .filter(line -> NEVER.stream().anyMatch(line::contains))
              .findFirst()
              .ifPresent(line -> verdict.wrong(log.getFileName() + ": " + line));
        }
    }
  }
}
