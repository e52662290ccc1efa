package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.BatonClient;
import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;

/**
 * What the demo found, for programs. Counts are of the last moment of the run.
 *
 * @param referrals distinct referrals on the log
 * @param events distinct events on {@code baton.referrals}
 * @param overdue referrals with an expired clock or an overdue offer
 * @param escalations open ones
 */
public record Report(
    long referrals,
    long events,
    long open,
    long waitingAcceptance,
    long withoutPerson,
    long overdue,
    long unowned,
    long escalations,
    Swept sweep,
    List<Row> delays) {

  /**
   * @param events records read from {@code baton.referrals}, repeats included
   * @param differences referrals on which board and log disagree
   */
  public record Swept(long events, long differences, double eventsPerSecond) {}

  public record Row(
      String story, String realDelay, String alarm, String firstAlarm, long firstAlarmSeconds) {}

  static Report of(BatonClient client, ObjectMapper json, JsonNode sweep, List<Delay> delays) {
    JsonNode summary = client.get(ESCALATION, Staff.auditor(), "/custody/summary").orFail();
    var referrals = new HashSet<String>();
    var events = new HashSet<String>();
    try (var lines = client.lines(ESCALATION, Staff.auditor(), "/audit/events")) {
      lines.forEach(line -> count(json, line, referrals, events));
    }
    return new Report(
        referrals.size(),
        events.size(),
        summary.path("open").asLong(),
        summary.path("waitingAcceptance").asLong(),
        summary.path("withoutPerson").asLong(),
        summary.path("overdue").asLong(),
        summary.path("unowned").asLong(),
        Escalations.open(client).size(),
        new Swept(
            sweep.path("events").asLong(),
            sweep.path("differences").size(),
            sweep.path("eventsPerSecond").asDouble()),
        delays.stream()
            .map(
                d ->
                    new Row(
                        d.story(),
                        d.realDelay(),
                        d.alarm(),
                        d.afterInWords(),
                        d.after().toSeconds()))
            .toList());
  }

  private static void count(
      ObjectMapper json, String line, HashSet<String> referrals, HashSet<String> events) {
    try {
      JsonNode event = json.readTree(line);
      if (!event.path("referral").isTextual()) return;
      referrals.add(event.path("referral").asText());
      events.add(event.path("id").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
