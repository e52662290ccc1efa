package baton.acceptance.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Baton said first of a referral that was left.
 *
 * @param after business time from when it was left to the first alarm
 * @param clocks of the findings that were raised at that moment
 * @param told who had it then and was told first, as {@code organisation person}
 */
record Row(String story, String realDelay, Duration after, Set<String> clocks, String told) {
  /** What is found at one moment is recorded one event after the other. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  static final String HEAD =
      "%n%-74s %-12s %-8s %-28s %s"
          .formatted("What happened", "really lay", "alarm", "about", "told");

  /**
   * @param raised every escalation of the referral
   */
  static Row of(Expected expected, Instant since, List<JsonNode> raised) {
    var first =
        raised.stream()
            .min(Comparator.comparing(Row::raisedAt))
            .orElseThrow(() -> new AssertionError("nothing was said: " + expected.of().story()));
    var clocks = new TreeSet<String>();
    for (JsonNode each : raised)
      if (raisedAt(each).isBefore(raisedAt(first).plus(TOGETHER)))
        clocks.add(each.path("clock").asText());
    return new Row(
        expected.of().story(),
        expected.of().realDelay(),
        Duration.between(since, raisedAt(first)),
        clocks,
        first.path("custodian").asText() + " " + first.path("person").asText());
  }

  static Instant raisedAt(JsonNode escalation) {
    return Instant.parse(escalation.path("raisedAt").asText());
  }

  static String who(JsonNode told) {
    var who = told.hasNonNull("person") ? "person" : "post";
    return told.path("organisation").asText() + " " + told.path(who).asText();
  }

  /** {@code 4 h}, {@code 30 d}: whole units, as people say it. */
  private String afterInWords() {
    long hours = after.toHours();
    return hours < 48 ? hours + " h" : hours / 24 + " d";
  }

  @Override
  public String toString() {
    return "%-74s %-12s %-8s %-28s %s"
        .formatted(story, realDelay, afterInWords(), String.join(", ", clocks), told);
  }
}
