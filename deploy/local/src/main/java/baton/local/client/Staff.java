package baton.local.client;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * People of the NCA and of forces, and what they do to a referral over REST. Ids follow one
 * pattern: {@code p-46-1} supervises the team {@code 46-polit} of force 46 (or of {@code nca}),
 * {@code p-46-2} is the deputy, {@code p-46-11} and up do the work.
 */
public final class Staff {
  public static final String NCA = "nca";
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final int WORKERS = 10;

  private final BatonClient client;

  public Staff(BatonClient client) {
    this.client = client;
  }

  public static Who agency(String organisation) {
    return new Who("agency", organisation, null);
  }

  public static Who supervisor(String organisation) {
    return new Who("supervisor", organisation, "p-" + organisation + "-1");
  }

  public static Who allocator(String organisation) {
    return new Who("allocator", organisation, "p-" + organisation + "-2");
  }

  public static Who auditor() {
    return new Who("auditor", "hmicfrs", "p-auditor");
  }

  /** One of the ten who do the work in an organisation's team. */
  public static String worker(String organisation, int n) {
    return "p-" + organisation + "-" + (11 + Math.floorMod(n, WORKERS));
  }

  public static String team(String organisation) {
    return organisation + "-polit";
  }

  /** Puts a team of twelve in place. */
  public void roster(String organisation) {
    client
        .put(ALLOCATION, ADMINISTRATOR, "/roster/" + organisation, rosterOf(organisation))
        .orFail();
  }

  /** The body that puts it in place. */
  public static Map<String, Object> rosterOf(String organisation) {
    var officers = new ArrayList<Map<String, Object>>();
    officers.add(officer(organisation, "p-" + organisation + "-1", "INSPECTOR"));
    officers.add(officer(organisation, "p-" + organisation + "-2", "SERGEANT"));
    for (int n = 0; n < WORKERS; n++)
      officers.add(officer(organisation, worker(organisation, n), "CONSTABLE"));
    var team =
        Map.of(
            "id",
            team(organisation),
            "organisation",
            organisation,
            "name",
            "Online investigation team",
            "supervisor",
            "p-" + organisation + "-1",
            "deputy",
            "p-" + organisation + "-2");
    return Map.of("teams", List.of(team), "officers", officers);
  }

  private static Map<String, Object> officer(String organisation, String person, String rank) {
    return Map.of(
        "person", person, "organisation", organisation, "team", team(organisation), "rank", rank);
  }

  /** Sends one referral; gives its id. */
  public String send(String agency, Object referral) {
    return client
        .post(INTAKE, agency(agency), "/referrals", referral)
        .orFail()
        .path("referralId")
        .asText();
  }

  public JsonNode offerToAssessor(String referral, String person) {
    return risk(supervisor(NCA), referral, "/assessor", Map.of("person", person));
  }

  public JsonNode assessorAccepts(String referral, String person) {
    return risk(assessor(person), referral, "/assessor/acceptance", Map.of());
  }

  public JsonNode assessorDeclines(String referral, String person) {
    return risk(
        assessor(person),
        referral,
        "/assessor/decline",
        Map.of("reason", "NO_CAPACITY", "text", "synthetic"));
  }

  public JsonNode triage(String referral, String person, String priority) {
    return risk(
        assessor(person),
        referral,
        "/priority",
        Map.of("priority", priority, "reason", "synthetic"));
  }

  public JsonNode grade(String referral, String person, String grade) {
    var body =
        Map.of(
            "grade",
            grade,
            "tool",
            "KIRAT",
            "toolVersion",
            "synthetic",
            "steps",
            List.of(1, 2),
            "reason",
            "synthetic");
    return risk(assessor(person), referral, "/grade", body);
  }

  /** Offers it to a force; gives the number of the dissemination. */
  public int disseminate(String referral, String force) {
    return disseminate(allocator(NCA), referral, force);
  }

  /** Who stands in for a tie-breaker that is a post decides whose it is. */
  public int decides(String referral, String force) {
    return disseminate(supervisor(NCA), referral, force);
  }

  private int disseminate(Who by, String referral, String force) {
    return kase(by, referral, "/disseminations", Map.of("force", force, "note", "synthetic"))
        .path("number")
        .asInt();
  }

  public JsonNode forceAccepts(String referral, String force, int number) {
    var taker = supervisor(force);
    return kase(
        taker,
        referral,
        "/disseminations/" + number + "/acceptance",
        Map.of("team", team(force), "person", taker.person()));
  }

  public JsonNode forceDeclines(String referral, String force, int number, String redirectTo) {
    var body = Map.of("reason", "NOT_OURS", "redirectTo", redirectTo, "text", "synthetic");
    return kase(supervisor(force), referral, "/disseminations/" + number + "/decline", body);
  }

  /** Offers it to a named officer; gives the number of the allocation. */
  public int allocate(String referral, String force, String person) {
    return kase(supervisor(force), referral, "/allocations", Map.of("person", person))
        .path("number")
        .asInt();
  }

  public JsonNode officerAccepts(String referral, String force, String person, int number) {
    return kase(
        officerOf(force, person), referral, "/allocations/" + number + "/acceptance", Map.of());
  }

  public JsonNode officerDeclines(String referral, String force, String person, int number) {
    return kase(
        officerOf(force, person),
        referral,
        "/allocations/" + number + "/decline",
        Map.of("reason", "NO_CAPACITY", "text", "synthetic"));
  }

  public JsonNode acts(
      String referral, String force, String person, String kind, String happenedAt) {
    return kase(
        officerOf(force, person),
        referral,
        "/actions",
        Map.of("kind", kind, "happenedAt", happenedAt, "note", "synthetic"));
  }

  /** The team's deputy looks at it as another supervisor, and does nothing else. */
  public JsonNode reviews(String referral, String force, String owner, String nextReview) {
    var body =
        Map.of(
            "grade",
            "MEDIUM",
            "outstandingActions",
            "synthetic",
            "owner",
            owner,
            "nextReview",
            nextReview);
    var deputy = new Who("supervisor", force, "p-" + force + "-2");
    return kase(deputy, referral, "/reviews", body);
  }

  /** He or she works there no longer. */
  public JsonNode leaves(String organisation, String person) {
    return client
        .delete(ALLOCATION, ADMINISTRATOR, "/officers/" + person + "?organisation=" + organisation)
        .orFail();
  }

  /** The holder proposes an outcome and the supervisor confirms it. */
  public JsonNode concludes(String referral, String force, String person, String outcome) {
    kase(
        officerOf(force, person),
        referral,
        "/outcome",
        Map.of("outcome", outcome, "reason", "synthetic"));
    return kase(supervisor(force), referral, "/outcome/confirmation", Map.of());
  }

  private static Who assessor(String person) {
    return new Who("assessor", NCA, person);
  }

  private static Who officerOf(String force, String person) {
    return new Who("officer", force, person);
  }

  private JsonNode risk(Who who, String referral, String path, Object body) {
    return client.post(RISK, who, "/assessments/" + referral + path, body).orFail();
  }

  private JsonNode kase(Who who, String referral, String path, Object body) {
    return client.post(ALLOCATION, who, "/cases/" + referral + path, body).orFail();
  }
}
