package baton.risk;

import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.Turn;
import baton.contract.intake.ReferralDetails;
import baton.journal.seal.Keyring;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.roster.RosterTable;
import baton.platform.testing.OtherService;
import baton.platform.testing.Receipts;
import baton.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The world around risk-service: intake and allocation on the log, people with tokens. */
@ApplicationScoped
public class RiskWorld {
  public static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
  private static final TeamId TEAM = TeamId.of("team-1");

  private final OtherService intake;
  private final OtherService allocation;
  private final Transactions transactions;

  public RiskWorld(BatonConfig config, Keyring keyring, Transactions transactions) {
    this.transactions = transactions;
    intake = new OtherService("/intake-service", config.kafka(), keyring);
    allocation = new OtherService("/allocation-service", config.kafka(), keyring);
  }

  @PreDestroy
  void close() {
    intake.close();
    allocation.close();
  }

  public OtherService intake() {
    return intake;
  }

  /** Received by intake, read here, with an assessment open. */
  public ReferralId received(OrganisationCode force, boolean urgent) {
    return received(force, urgent, Receipts.details("first words"));
  }

  /** With this in place of what the sender wrote. */
  public ReferralId received(Sealed<ReferralDetails> sealed) {
    return received(null, false, sealed);
  }

  private ReferralId received(
      OrganisationCode force, boolean urgent, Sealed<ReferralDetails> sealed) {
    ReferralId id = Receipts.newReferral();
    intake.says(Receipts.received(id, force, true, urgent, sealed));
    await()
        .until(
            () -> as("supervisor", "nca", "p-sue").get("/assessments/" + id).statusCode() == 200);
    return id;
  }

  public ReferralId received() {
    return received(null, false);
  }

  public void amended(ReferralId id, boolean urgent) {
    intake.says(Receipts.amended(id, true, urgent));
  }

  /** Force 46 accepted it, and that was read here. */
  public void acceptedByKent(ReferralId id) {
    accepted(id, KENT, "p-kent");
  }

  /** A force accepted it, and that was read here. */
  public void accepted(ReferralId id, OrganisationCode force, String person) {
    allocation.says(new DisseminationAccepted(id, 1, force, null, PersonId.of(person)));
    await()
        .until(
            () ->
                force
                    .value()
                    .equals(
                        as("supervisor", "nca", "p-sue")
                            .get("/assessments/" + id)
                            .path("acceptedBy")));
  }

  /** These people work in the organisation, and that was read here. */
  public void staff(String organisation, String... people) {
    var code = OrganisationCode.of(organisation);
    String stream = "roster-" + organisation;
    allocation.says(stream, new TeamFormed(code, TEAM, "Team", null, null));
    for (String person : people)
      allocation.says(stream, new OfficerJoined(code, PersonId.of(person), TEAM, Rank.STAFF));
    var last = PersonId.of(people[people.length - 1]);
    await().until(() -> roster(code, last));
  }

  /** On leave until told otherwise, and that was read here. */
  public void away(String organisation, String person) {
    var code = OrganisationCode.of(organisation);
    var who = PersonId.of(person);
    allocation.says(
        "roster-" + organisation,
        new OfficerUnavailable(code, who, Absence.LEAVE, LONG_AGO, FAR_AHEAD));
    await().until(() -> !roster(t -> t.isActive(code, who, Instant.now())));
  }

  /** The only one on duty for the team of all, and that was read here. */
  public void onDuty(String organisation, String person) {
    var code = OrganisationCode.of(organisation);
    var turn = new Turn(PersonId.of(person), LONG_AGO, FAR_AHEAD, false);
    allocation.says("roster-" + organisation, new DutyRotaSet(code, TEAM, List.of(turn)));
    await()
        .until(() -> roster(t -> t.rotas(code).stream().anyMatch(r -> r.turns().contains(turn))));
  }

  private <T> T roster(Function<RosterTable, T> question) {
    return transactions.inTransaction(
        () -> question.apply(RosterTable.on(transactions.connection())));
  }

  private boolean roster(OrganisationCode organisation, PersonId person) {
    return roster(table -> table.officer(organisation, person).isPresent());
  }

  public Response offer(ReferralId id, String person) {
    return as("supervisor", "nca", "p-sue")
        .body(Map.of("person", person))
        .post("/assessments/" + id + "/assessor");
  }

  public Response offerToTeam(ReferralId id) {
    return as("supervisor", "nca", "p-sue")
        .body(Map.of("team", TEAM.value()))
        .post("/assessments/" + id + "/assessor");
  }

  public Response accept(ReferralId id, String person) {
    return as("assessor", "nca", person)
        .body("{}")
        .post("/assessments/" + id + "/assessor/acceptance");
  }

  public static RequestSpecification as(String role, String organisation, String person) {
    return given()
        .auth()
        .oauth2(Tokens.of(role, organisation, person))
        .contentType(ContentType.JSON);
  }

  /** A force's own system, which has to say for whom it acts. */
  public static RequestSpecification system(String organisation) {
    return given()
        .auth()
        .oauth2(Tokens.of("force-system", organisation))
        .contentType(ContentType.JSON);
  }
}
