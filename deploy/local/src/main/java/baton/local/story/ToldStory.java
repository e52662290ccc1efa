package baton.local.story;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.Unrecognised;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One referral's story: who had it, what happened, what was due and what nobody has dealt with.
 *
 * @param unreadable how many of its events cannot be read and are left out, here as on the board
 * @param standing as {@code GET /custody/{id}} tells it of the same moment: deadlines and findings
 */
public record ToldStory(
    List<Tenure> tenures,
    List<Recorded<? extends BatonEvent>> events,
    int unreadable,
    JsonNode standing) {
  /** What is entered within a minute of its happening was entered at once. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  public void print(PrintWriter out) {
    head(out);
    out.println();
    out.println("Who had it");
    for (Tenure tenure : tenures) print(tenure, out);
    out.println();
    out.println("What happened");
    for (var event : events) print(event, out);
    if (unreadable > 0)
      out.printf(
          "  %d of its events cannot be read and are left out; GET /parked names them%n",
          unreadable);
    out.println();
    StandingWords.print(standing, out);
    out.println();
    out.println("What was due");
    for (JsonNode clock : standing.path("clocks")) printClock(clock, out);
    out.println();
    if (standing.path("findings").isEmpty()) out.println("Nothing is overdue.");
    for (JsonNode finding : standing.path("findings"))
      out.printf("%s: %s%n", finding.path("kind").asText(), finding.path("sentence").asText());
    out.flush();
  }

  private void head(PrintWriter out) {
    out.printf(
        "Referral %s, reference %s of %s, as at %s, by what %s then%n",
        standing.path("referralId").asText(),
        standing.path("reference").asText("unknown"),
        standing.path("agency").asText("unknown"),
        standing.path("asOf").asText(),
        standing.path("by").asText().equals("happened") ? "had happened by" : "was on record by");
  }

  private void print(Tenure tenure, PrintWriter out) {
    boolean needed = tenure.custodian() != null;
    String how =
        tenure.until() == null
            ? needed ? "has it, " + sofar(tenure.from()) : ""
            : Words.of(Duration.between(tenure.from(), tenure.until()));
    out.printf(
        "  %s  %-16s  %s%s%n",
        Words.time(tenure.from()),
        tenure.until() == null ? "" : Words.time(tenure.until()),
        Words.of(tenure.custodian()),
        how.isEmpty() ? "" : ": " + how);
  }

  /** By time of happening, what moved it may have been recorded after the moment asked about. */
  private String sofar(Instant from) {
    return from.isAfter(asOf())
        ? "which was recorded later"
        : "for " + Words.of(Duration.between(from, asOf()));
  }

  private static void print(Recorded<? extends BatonEvent> event, PrintWriter out) {
    boolean late = Duration.between(event.time(), event.recordedTime()).compareTo(AT_ONCE) > 0;
    out.printf(
        "  %s  %s, by %s of %s%s%n",
        Words.time(event.recordedTime()),
        Words.event(type(event)),
        Words.of(event.actor()),
        Words.name(event.organisation()),
        late ? ", which happened " + Words.time(event.time()) : "");
  }

  private static void printClock(JsonNode clock, PrintWriter out) {
    String ended =
        switch (clock.path("state").asText()) {
          case "met" ->
              "met "
                  + Words.time(Instant.parse(clock.path("metAt").asText()))
                  + (clock.path("late").asBoolean() ? ", late" : "");
          case "expired" -> "NOT MET";
          default -> "runs";
        };
    out.printf(
        "  %s  %-26s %s (limits of %s)%n",
        Words.time(Instant.parse(clock.path("due").asText())),
        clock.path("clock").asText(),
        ended,
        clock.path("policyVersion").asText());
  }

  public static String type(Recorded<? extends BatonEvent> event) {
    return event.event() instanceof Unrecognised unknown
        ? unknown.type()
        : EventTypes.nameOf(event.event().getClass());
  }

  private Instant asOf() {
    return Instant.parse(standing.path("asOf").asText());
  }
}
