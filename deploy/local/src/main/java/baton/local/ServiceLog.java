package baton.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads from a service's log why it ended. */
final class ServiceLog {
  private static final int SHOWN_MAX = 200;
  private static final String CAUSE = "Caused by: ";

  private ServiceLog() {}

  /** The innermost cause of the last failure, else the last line; empty where it said nothing. */
  static String lastWords(Path log) {
    var lines = read(log).stream().filter(line -> !line.isBlank()).toList();
    var said =
        lines.reversed().stream()
            .filter(line -> line.startsWith(CAUSE))
            .map(line -> line.substring(CAUSE.length()))
            .findFirst()
            .orElse(lines.isEmpty() ? "" : lines.getLast().strip());
    return said.length() <= SHOWN_MAX ? said : said.substring(0, SHOWN_MAX) + "...";
  }

  private static List<String> read(Path log) {
    try {
      return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
