package baton.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.escalation.FindingKind;
import baton.escalation.system.SystemKind;
import baton.platform.testing.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is woken at night by a metric or a finding reads there what it means and what to do. */
class RunbookTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern METER = Pattern.compile("\"(baton(\\.[a-z]+)+)\"");

  /** What Micrometer's Prometheus names add to a meter's own name. */
  private static final String ADDED = "(_seconds|_total)+$";

  static Stream<String> findings() {
    return Stream.<Enum<?>[]>of(FindingKind.values(), SystemKind.values())
        .flatMap(Arrays::stream)
        .map(Enum::name);
  }

  @ParameterizedTest
  @MethodSource("findings")
  void each_finding_is_explained(String kind) throws IOException {
    assertThat(Runbook.text())
        .as("an entry that begins with it")
        .containsPattern("(?m)^- [^:]*`" + kind + "`[^:]*: ");
  }

  /** Some counters stand in /q/metrics only once they have counted, so the code is asked. */
  @Test
  void its_metrics_are_those_of_the_code() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String each : Runbook.named()) named.add(each.replaceFirst(ADDED, ""));
    assertThat(named).isEqualTo(ofTheCode());
  }

  private static Set<String> ofTheCode() throws IOException {
    var meters = new TreeSet<String>();
    for (Path source : sources())
      try (Stream<Path> files = Files.walk(source)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(RunbookTest::text)
            .filter(text -> text.contains("io.micrometer"))
            .flatMap(text -> METER.matcher(text).results())
            .map(meter -> meter.group(1).replace('.', '_').replaceFirst(ADDED, ""))
            .forEach(meters::add);
      }
    return meters;
  }

  /** Of every module; what the build and running parts leave beside them comes and goes. */
  private static List<Path> sources() throws IOException {
    var found = new ArrayList<Path>();
    for (Path parent : List.of(ROOT, ROOT.resolve("shared-events")))
      try (Stream<Path> modules = Files.list(parent)) {
        modules
            .map(module -> module.resolve("src/main/java"))
            .filter(Files::isDirectory)
            .forEach(found::add);
      }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
