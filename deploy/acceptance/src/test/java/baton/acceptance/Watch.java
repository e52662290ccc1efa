package baton.acceptance;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.BatonClient;
import baton.local.client.Staff;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** What an auditor sees: who has what, what nobody has dealt with, and every event. */
public record Watch(BatonClient client) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SWEEP_MAX = Duration.ofMinutes(2);
  private static final Set<String> SWEEP_ENDS = Set.of("done", "failed");

  public JsonNode custody(String referral) {
    return get("/custody/" + referral);
  }

  public JsonNode custody(String referral, Instant asAt) {
    return get("/custody/" + referral + "?asAt=" + asAt);
  }

  public JsonNode summary() {
    return get("/custody/summary");
  }

  /** Every referral that the board holds. */
  public List<JsonNode> board() {
    return pages("/custody?limit=1000");
  }

  /**
   * @param filter such as {@code state=open&kind=PARKED}
   */
  public List<JsonNode> escalations(String filter) {
    return pages("/escalations?limit=1000&" + filter);
  }

  public List<JsonNode> escalationsOf(String referral, String filter) {
    return escalations(filter).stream()
        .filter(each -> each.path("referralId").asText().equals(referral))
        .toList();
  }

  /** One cause behind many referrals, or a finding about a person or a team: those that stand. */
  public List<JsonNode> alarms(String organisation) {
    return pages("/alarms?state=open&limit=1000&organisation=" + organisation);
  }

  /** The story of one referral in log order. */
  public List<JsonNode> events(String referral) {
    return events("/audit/referrals/" + referral + "/events", List.of());
  }

  public List<JsonNode> events(String referral, String type) {
    return events(referral).stream().filter(e -> e.path("type").asText().equals(type)).toList();
  }

  /** Every event of these types. */
  public List<JsonNode> eventsOf(String... types) {
    return events("/audit/events", List.of(types));
  }

  /** Replays the log, and returns the report. */
  public JsonNode sweep() {
    var asked = client.post(ESCALATION, Staff.auditor(), "/sweeps", Map.of()).orFail();
    var path = "/sweeps/" + asked.path("sweepId").asText();
    return Awaitility.await("the sweep")
        .atMost(SWEEP_MAX)
        .until(() -> get(path), sweep -> SWEEP_ENDS.contains(sweep.path("state").asText()));
  }

  private List<JsonNode> events(String path, List<String> types) {
    try (var lines = client.lines(ESCALATION, Staff.auditor(), path)) {
      return lines
          .map(Watch::parse)
          .filter(event -> types.isEmpty() || types.contains(event.path("type").asText()))
          .toList();
    }
  }

  private List<JsonNode> pages(String path) {
    var items = new ArrayList<JsonNode>();
    String after = "";
    while (after != null) {
      var page = get(path + after);
      page.path("items").forEach(items::add);
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    }
    return items;
  }

  private JsonNode get(String path) {
    return client.get(ESCALATION, Staff.auditor(), path).orFail();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not an event: " + line, e);
    }
  }
}
