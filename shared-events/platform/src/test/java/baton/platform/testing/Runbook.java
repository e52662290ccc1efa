package baton.platform.testing;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What docs/operating.md says, as seen from the folder of a service. */
public final class Runbook {
  private static final Path DOCUMENT = Path.of("..", "docs", "operating.md");
  private static final Pattern METRIC = Pattern.compile("\\bbaton(_[a-z]+)+");

  /** What Prometheus calls each part of a timer or a summary. */
  private static final String PART = "_(count|sum|max|bucket)$";

  private Runbook() {}

  public static String text() throws IOException {
    return Files.readString(DOCUMENT);
  }

  /** The metrics that it names. */
  public static Set<String> named() throws IOException {
    return METRIC
        .matcher(text())
        .results()
        .map(found -> found.group())
        .collect(toCollection(TreeSet::new));
  }

  /** Baton's own metrics in an answer of {@code /q/metrics}. */
  public static Set<String> shown(String metrics) {
    return metrics
        .lines()
        .map(METRIC::matcher)
        .filter(found -> found.lookingAt())
        .map(found -> found.group().replaceFirst(PART, ""))
        .collect(toCollection(TreeSet::new));
  }
}
