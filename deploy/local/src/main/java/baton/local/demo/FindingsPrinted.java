package baton.local.demo;

import java.util.Map;
import java.util.TreeMap;

/** One sentence for each kind of finding, with how many there are of it. */
final class FindingsPrinted {
  private final Stage stage;

  FindingsPrinted(Stage stage) {
    this.stage = stage;
  }

  void print() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> example = new TreeMap<>();
    Escalations.open(stage.client())
        .forEach(
            escalation -> {
              String kind =
                  escalation.path("kind").asText() + " " + escalation.path("clock").asText("");
              counts.merge(kind.strip(), 1, Integer::sum);
              example.putIfAbsent(kind.strip(), escalation.path("sentence").asText());
            });
    counts.forEach(
        (kind, n) -> stage.say("  %,6d  %s%n          e.g. \"%s\"", n, kind, example.get(kind)));
  }
}
