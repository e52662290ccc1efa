package baton.acceptance.fuzz;

import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Bodies as a person fills them in who knows what the schema alone does not say. */
record Bodies(RandomGenerator random, Instant now) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASSESSMENT = "/assessments/{referralId}/";
  private static final String CASE = "/cases/{referralId}/";
  private static final String OFFER = CASE + "disseminations/{number}/";
  private static final String TEXT = "synthetic";

  /**
   * @param target the path as it is asked
   * @return null where there is nothing that the schema does not say
   */
  JsonNode of(Operation operation, Who who, String target) {
    Map<String, ?> body =
        switch (operation.path()) {
          case ASSESSMENT + "assessor" -> Map.of("person", Staff.worker(Staff.NCA, worker()));
          case ASSESSMENT + "assessor/decline", CASE + "allocations/{number}/decline" ->
              Map.of("reason", "NO_CAPACITY", "text", TEXT);
          case ASSESSMENT + "comms-data" ->
              Map.of("until", ahead(Duration.ofDays(50)), "reason", TEXT);
          case ASSESSMENT + "end" -> Map.of("end", "HELD", "reason", TEXT);
          case ASSESSMENT + "hold/review", ASSESSMENT + "hold/end", CASE + "reopening" ->
              Map.of("reason", TEXT);
          case CASE + "disseminations" -> Map.of("force", "46", "note", TEXT);
          case OFFER + "acceptance" ->
              Map.of("team", Staff.team(own(who)), "person", Staff.worker(own(who), worker()));
          case OFFER + "decline" -> Map.of("reason", "NOT_OURS", "redirectTo", "45", "text", TEXT);
          case OFFER + "recorded-acceptance" ->
              Map.of("name", TEXT, "acceptedAt", ago(Duration.ofDays(9)), "reference", "N-7");
          case CASE + "allocations" -> Map.of("person", Staff.worker(own(who), worker()));
          case CASE + "actions" ->
              Map.of("kind", "ARREST", "happenedAt", ago(Duration.ofHours(9)), "note", TEXT);
          case CASE + "outcome" -> Map.of("outcome", "ARRESTED", "reason", TEXT);
          case CASE + "reviews" ->
              Map.of("owner", Stages.OFFICER, "nextReview", ahead(Duration.ofDays(20)));
          case "/officers/{person}/availability" ->
              Map.of(
                  "organisation",
                  own(who),
                  "absence",
                  "LEAVE",
                  "from",
                  ahead(Duration.ofDays(9)),
                  "until",
                  now.plus(Duration.ofDays(20)).toString());
          case "/roster/{organisation}" ->
              Staff.rosterOf(target.substring(target.lastIndexOf('/') + 1));
          case "/teams/{id}/rota" -> rota(target.split("/")[2].split("-")[0]);
          case "/catch-up-plans/{plan}" ->
              Map.of(
                  "organisation",
                  own(who),
                  "team",
                  Staff.team(own(who)),
                  "milestones",
                  List.of(Map.of("by", ahead(Duration.ofDays(90)), "openAtMost", 3)));
          case "/timescales/{organisation}" ->
              Map.of(
                  "version",
                  own(who) + "-" + random.nextInt(20),
                  "effectiveFrom",
                  ahead(Duration.ofDays(300)),
                  "reason",
                  TEXT,
                  "limits",
                  Map.of("ENFORCEMENT_ACTION", Map.of("high", "7d", "otherwise", "14d")));
          case "/timescales/{organisation}/recalculation" ->
              Map.of("version", own(who) + "-" + random.nextInt(20), "reason", TEXT);
          default -> null;
        };
    return body == null ? null : JSON.valueToTree(body);
  }

  /** Of the team of a name that says whose it is. */
  private Map<String, ?> rota(String organisation) {
    var turn =
        Map.of(
            "person",
            Staff.worker(organisation, worker()),
            "from",
            ahead(Duration.ofDays(9)),
            "until",
            now.plus(Duration.ofDays(10)).toString());
    return Map.of("organisation", organisation, "turns", List.of(turn));
  }

  private static String own(Who who) {
    return who.organisation();
  }

  private int worker() {
    return random.nextInt(2);
  }

  private String ahead(Duration max) {
    return now.plusSeconds(1 + random.nextLong(max.toSeconds())).toString();
  }

  private String ago(Duration max) {
    return now.minusSeconds(random.nextLong(max.toSeconds())).toString();
  }
}
