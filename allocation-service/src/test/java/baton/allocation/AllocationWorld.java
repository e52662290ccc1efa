package baton.allocation;

import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralDetails;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.journal.seal.Keyring;
import baton.platform.BatonConfig;
import baton.platform.testing.OtherService;
import baton.platform.testing.Receipts;
import baton.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The world around allocation-service: intake and risk on the log, people with tokens. Force 46 has
 * the team kent-polit, led by p-sue, with p-ola and p-omar.
 */
@ApplicationScoped
public class AllocationWorld {
  public static final OrganisationCode KENT = OrganisationCode.of("46");
  public static final OrganisationCode ESSEX = OrganisationCode.of("42");

  private final OtherService intake;
  private final OtherService risk;
  private final OtherService escalation;

  public AllocationWorld(BatonConfig config, Keyring keyring) {
    intake = new OtherService("/intake-service", config.kafka(), keyring);
    risk = new OtherService("/risk-service", config.kafka(), keyring);
    escalation = new OtherService("/escalation-service", config.kafka(), keyring);
  }

  @PreDestroy
  void close() {
    intake.close();
    risk.close();
    escalation.close();
  }

  public OtherService intake() {
    return intake;
  }

  public OtherService risk() {
    return risk;
  }

  public OtherService escalation() {
    return escalation;
  }

  /** Received by intake and read here, with a case open. */
  public ReferralId received(boolean urgent, boolean actionable) {
    ReferralId id = sent(urgent, actionable);
    opened(id);
    return id;
  }

  public ReferralId received() {
    return received(false, true);
  }

  /** With this in place of what the sender wrote. */
  public ReferralId received(Sealed<ReferralDetails> sealed) {
    ReferralId id = sent(false, true, sealed);
    opened(id);
    return id;
  }

  private static void opened(ReferralId id) {
    await().until(() -> allocator("nca").get("/cases/" + id).statusCode() == 200);
  }

  /** What this service wrote is on the log, and all of the log is read. */
  public void awaitQuiet() {
    await()
        .until(
            () ->
                as("administrator", "baton", "p-driver")
                    .get("/progress")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<Boolean>path("idle"));
  }

  /** Received by intake; not waited for. */
  public ReferralId sent(boolean urgent, boolean actionable) {
    return sent(urgent, actionable, Receipts.details("first words"));
  }

  private ReferralId sent(boolean urgent, boolean actionable, Sealed<ReferralDetails> sealed) {
    ReferralId id = Receipts.newReferral();
    intake.says(Receipts.received(id, null, actionable, urgent, sealed));
    return id;
  }

  public void amended(ReferralId id, boolean urgent, boolean actionable) {
    intake.says(Receipts.amended(id, actionable, urgent));
  }

  /** Risk found out which force it is for. */
  public void determined(ReferralId id, OrganisationCode force) {
    risk.says(new ForceDetermined(id, null, force, Basis.ASSESSED, null));
  }

  public void kentIsStaffed() {
    staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar");
  }

  public void staffed(String organisation, String team, String lead, String... officers) {
    var people =
        Stream.concat(Stream.of(lead), Arrays.stream(officers))
            .map(person -> Map.of("person", person, "team", team, "rank", "constable"))
            .toList();
    as("administrator", "baton", "p-admin")
        .body(Map.of("teams", List.of(Map.of("id", team, "supervisor", lead)), "officers", people))
        .put("/roster/" + organisation)
        .then()
        .statusCode(200);
  }

  public int disseminated(ReferralId id, OrganisationCode force) {
    return disseminate(id, force).then().statusCode(201).extract().path("number");
  }

  public Response disseminate(ReferralId id, OrganisationCode force) {
    return allocator("nca")
        .body(Map.of("force", force.value(), "note", "a note"))
        .post("/cases/" + id + "/disseminations");
  }

  public Response acceptForKent(ReferralId id, int number, String person) {
    return supervisor("46")
        .body(Map.of("team", "kent-polit", "person", person))
        .post("/cases/" + id + "/disseminations/" + number + "/acceptance");
  }

  /** By the force's supervisor p-sue. */
  public Response decline(ReferralId id, int number, String force, Map<String, ?> body) {
    return supervisor(force)
        .body(body)
        .post("/cases/" + id + "/disseminations/" + number + "/decline");
  }

  /** Kent has it, by p-sue. */
  public ReferralId withKent() {
    ReferralId id = received();
    acceptForKent(id, disseminated(id, KENT), "p-sue").then().statusCode(200);
    return id;
  }

  /** Its officer p-ola has it. */
  public ReferralId withOla() {
    ReferralId id = withKent();
    int number = allocate(id, "p-ola").then().statusCode(201).extract().path("number");
    acceptAllocation(id, number, "p-ola").then().statusCode(200);
    return id;
  }

  public Response allocate(ReferralId id, String person) {
    return supervisor("46").body(Map.of("person", person)).post("/cases/" + id + "/allocations");
  }

  public Response allocateToTeam(ReferralId id, String team) {
    return supervisor("46").body(Map.of("team", team)).post("/cases/" + id + "/allocations");
  }

  public Response acceptAllocation(ReferralId id, int number, String person) {
    return officer(person)
        .body("{}")
        .post("/cases/" + id + "/allocations/" + number + "/acceptance");
  }

  public static RequestSpecification allocator(String organisation) {
    return as("allocator", organisation, "p-allocator");
  }

  public static RequestSpecification supervisor(String organisation) {
    return as("supervisor", organisation, "p-sue");
  }

  public static RequestSpecification officer(String person) {
    return as("officer", "46", person);
  }

  public static RequestSpecification as(String role, String organisation, String person) {
    return given()
        .auth()
        .oauth2(Tokens.of(role, organisation, person))
        .contentType(ContentType.JSON);
  }
}
