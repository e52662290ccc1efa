package baton.intake;

import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.Rank;
import baton.contract.allocation.TeamFormed;
import baton.journal.seal.Keyring;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.roster.RosterTable;
import baton.platform.sql.Sql;
import baton.platform.testing.OtherService;
import baton.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The world around intake: allocation on the log, people with tokens. */
@ApplicationScoped
public class IntakeWorld {
  public static final OrganisationCode KENT = OrganisationCode.of("46");
  public static final TeamId TEAM = TeamId.of("kent-1");

  private final OtherService allocation;
  private final Transactions transactions;

  public IntakeWorld(BatonConfig config, Keyring keyring, Transactions transactions) {
    this.transactions = transactions;
    allocation = new OtherService("/allocation-service", config.kafka(), keyring);
  }

  @PreDestroy
  void close() {
    allocation.close();
  }

  /** These people work in the organisation's team kent-1, and that was read here. */
  public void staff(String organisation, String... people) {
    var code = OrganisationCode.of(organisation);
    String stream = "roster-" + organisation;
    allocation.says(stream, new TeamFormed(code, TEAM, "Team", null, null));
    for (String person : people)
      allocation.says(stream, new OfficerJoined(code, PersonId.of(person), TEAM, Rank.STAFF));
    var last = PersonId.of(people[people.length - 1]);
    await().until(() -> reads(code, last));
  }

  /** Force 46 accepted it, and that was read here. */
  public void acceptedByKent(String referral) {
    accepted(referral, KENT, "p-kent");
  }

  /** A force accepted it, and that was read here. */
  public void accepted(String referral, OrganisationCode force, String person) {
    allocation.says(
        new DisseminationAccepted(ReferralId.of(referral), 1, force, TEAM, PersonId.of(person)));
    await().until(() -> force.value().equals(custodian(referral)));
  }

  /** Concluded by force 46, and that was read here. */
  public void concludedByKent(String referral) {
    allocation.says(
        new CaseConcluded(
            ReferralId.of(referral),
            Outcome.values()[0],
            PersonId.of("p-kent"),
            PersonId.of("p-sue")));
    await().until(() -> custodian(referral) == null);
  }

  public String custodian(String referral) {
    return as("supervisor", "nca", "p-sue")
        .get("/referrals/" + referral)
        .path("custodian.organisation");
  }

  /** Wire names of what was recorded of it, oldest first. */
  public List<String> recorded(String referral) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the store")
                .list(
                    "select payload_type from event_entry"
                        + " where aggregate_identifier = ? order by sequence_number",
                    row -> row.getString(1),
                    referral));
  }

  private boolean reads(OrganisationCode organisation, PersonId person) {
    return transactions.inTransaction(
        () -> RosterTable.on(transactions.connection()).officer(organisation, person).isPresent());
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
