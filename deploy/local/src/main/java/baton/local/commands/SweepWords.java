package baton.local.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** A sweep's report in words. */
final class SweepWords {
  private SweepWords() {}

  /** While it runs. */
  static String progress(JsonNode sweep) {
    String state = sweep.path("state").asText();
    if (state.equals("waiting")) return "waiting; it takes " + memory(sweep);
    if (!state.equals("reading")) return state;
    return "%,d of %,d events  %,d a second  %s left"
        .formatted(
            sweep.path("events").asLong(),
            sweep.path("total").asLong(),
            sweep.path("eventsPerSecond").asLong(),
            words(Duration.ofSeconds(sweep.path("etaSeconds").asLong())));
  }

  static String memory(JsonNode sweep) {
    return "%,d MiB of memory at least, and %,d at most"
        .formatted(mebibytes(sweep, "memoryNeededBytes"), mebibytes(sweep, "memoryLimitBytes"));
  }

  private static long mebibytes(JsonNode sweep, String field) {
    return (sweep.path(field).asLong() >> 20) + 1;
  }

  /** Once it has ended. */
  static void print(JsonNode sweep, PrintWriter out) {
    out.printf(
        "Read %,d events of %,d referrals (%,d a second)%s.%n",
        sweep.path("events").asLong(),
        sweep.path("referrals").asLong(),
        sweep.path("eventsPerSecond").asLong(),
        sweep.has("asAt") ? " up to " + sweep.path("asAt").asText() : " from the first one on");
    known(sweep, out);
    unreadable(sweep, out);
    findings("Findings", sweep.path("findings"), out);
    if (sweep.has("force"))
      findings(
          "Of these, what concerns " + sweep.path("force").asText(),
          sweep.path("findingsOfForce"),
          out);
    differences(sweep, out);
    out.flush();
  }

  /** A moment that not every service vouched for when it was asked about may still change. */
  private static void known(JsonNode sweep, PrintWriter out) {
    if (!sweep.has("completeTo")) return;
    Instant completeTo = Instant.parse(sweep.path("completeTo").asText());
    if (completeTo.isBefore(Instant.parse(sweep.path("asAt").asText())))
      out.println(
          "NOT everything of it is known: only what was recorded before " + completeTo + ".");
  }

  private static void unreadable(JsonNode sweep, PrintWriter out) {
    long unreadable = sweep.path("unreadable").asLong();
    if (unreadable > 0) out.printf("%,d records are no events.%n", unreadable);
  }

  private static void findings(String title, JsonNode findings, PrintWriter out) {
    if (findings.isEmpty()) {
      out.println(title + ": none.");
      return;
    }
    out.println(title + ":");
    findings
        .properties()
        .forEach(kind -> out.printf("  %,9d  %s%n", kind.getValue().asLong(), kind.getKey()));
  }

  private static void differences(JsonNode sweep, PrintWriter out) {
    if (sweep.has("asAt")) {
      out.println("A past moment is not compared with the board.");
      return;
    }
    long count = sweep.path("differenceCount").asLong();
    long waiting = sweep.path("waiting").asLong();
    if (waiting > 0)
      out.printf("%,d referrals were not compared: an event of theirs is parked.%n", waiting);
    out.println(
        count == 0
            ? "Board and log agree."
            : "Board and log disagree on %,d referrals:".formatted(count));
    for (JsonNode difference : sweep.path("differences")) difference(difference, out);
    long listed = sweep.path("differences").size();
    if (listed < count) out.printf("  and %,d more%n", count - listed);
  }

  private static void difference(JsonNode difference, PrintWriter out) {
    out.printf(
        "  %s  %s%n    board: %s%n    log:   %s%n",
        difference.path("referralId").asText(),
        difference.path("kind").asText(),
        difference.path("board").asText(),
        difference.path("log").asText());
    for (JsonNode proof : difference.path("events"))
      out.printf(
          "    proof: %s, event %s, partition %d, offset %d%n",
          proof.path("type").asText(),
          proof.path("event").asText(),
          proof.path("partition").asInt(),
          proof.path("offset").asLong());
  }

  static String words(Duration time) {
    if (time.toHours() > 0) return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }
}
