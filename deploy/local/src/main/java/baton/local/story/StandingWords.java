package baton.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;

/**
 * How a referral stood, as {@code GET /custody/{id}?asAt=} says it: who supervised then, the grade
 * and who gave it, what was offered to whom, what was done, who had opened its personal data.
 */
final class StandingWords {
  private StandingWords() {}

  static void print(JsonNode standing, PrintWriter out) {
    out.println("How it stood");
    out.println("  supervisor: " + supervisor(standing));
    out.println("  grade: " + grade(standing));
    for (JsonNode offer : standing.path("handOffs")) printOffer(offer, out);
    for (JsonNode done : standing.path("done")) printNoticed(done, out);
    out.println();
    out.println("Who had opened its personal data");
    if (standing.path("opened").isEmpty()) out.println("  nobody of whom Baton knows");
    for (JsonNode opening : standing.path("opened")) printOpening(opening, out);
  }

  private static String supervisor(JsonNode standing) {
    if (standing.has("supervisor")) return standing.path("supervisor").asText();
    return standing.has("supervisorPost")
        ? "nobody is named; it ends at " + words(standing.path("supervisorPost"))
        : "nobody is named";
  }

  private static String grade(JsonNode standing) {
    JsonNode grade = standing.path("grade");
    if (!grade.isMissingNode())
      return "%s, by %s %s"
          .formatted(grade.path("value").asText(), grade.path("by").asText(), at(grade, "at"));
    return standing.has("priority")
        ? "none; its priority is " + standing.path("priority").asText()
        : "none";
  }

  private static void printOffer(JsonNode offer, PrintWriter out) {
    String state = words(offer.path("state"));
    out.printf(
        "  offered %s to %s (%s, number %d): %s%s%n",
        at(offer, "offeredAt"),
        offer.path("person").asText(offer.path("organisation").asText()),
        words(offer.path("kind")),
        offer.path("number").asInt(),
        offer.has("closedAt") ? state + " " + at(offer, "closedAt") : state,
        offer.has("due") ? ", due " + at(offer, "due") : "");
  }

  /** All that was done stands among the events; here is what the times of it say. */
  private static void printNoticed(JsonNode done, PrintWriter out) {
    boolean late = done.path("recordedLate").asBoolean();
    boolean hindsight = done.path("inHindsight").asBoolean();
    if (!late && !hindsight) return;
    out.printf(
        "  %s %s, recorded %s: %s%n",
        words(done.path(done.has("action") ? "action" : "kind")),
        at(done, "happenedAt"),
        at(done, "recordedAt"),
        late ? "in time, and entered when its limit was over" : "nobody could have known it then");
  }

  private static void printOpening(JsonNode opening, PrintWriter out) {
    out.printf(
        "  %s  %s of %s, %s, through %s%s%n",
        at(opening, "at"),
        opening.path("person").asText("a system"),
        opening.path("organisation").asText(),
        words(opening.path("part")),
        opening.path("service").asText(),
        opening.path("throughSystem").asBoolean() ? " and the force's own system" : "");
  }

  private static String at(JsonNode of, String field) {
    return Words.time(Instant.parse(of.path(field).asText()));
  }

  private static String words(JsonNode code) {
    return code.asText().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
