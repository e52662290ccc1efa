package baton.allocation;

import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.allocator;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.Reversions;
import baton.allocation.casework.model.RevertCustody;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.RevertReason;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.FindingKind;
import baton.contract.intake.ReferralOriginated;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.ReferralHeld;
import baton.journal.store.Transactions;
import baton.roster.Cover;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes back to who was named beforehand, and what other services' events do to a case. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WhatOthersSayTest {
  private static final PersonId OLA = PersonId.of("p-ola");
  private static final PersonId ASSESSOR = PersonId.of("p-assessor");
  private static final TeamId POLIT = TeamId.of("kent-polit");

  @Inject AllocationWorld world;
  @Inject Reversions reversions;
  @Inject NcaAssessments assessments;
  @Inject Transactions transactions;

  @BeforeEach
  void staff() {
    world.kentIsStaffed();
  }

  @Test
  void an_officers_case_reverts_once() {
    ReferralId id = world.withOla();
    assertThat(assessments.heldBy(Set.of(KENT), OLA, null, 10_000))
        .contains(new NcaAssessments.Held(id, KENT, POLIT));
    var revert =
        new RevertCustody(
            id, KENT, OLA, RevertReason.LEFT, Cover.person(KENT, POLIT, PersonId.of("p-sue")));
    assertThat(reversions.revert(revert)).isTrue();
    assertThat(reversions.revert(revert)).isFalse();
    allocator("46")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("WITH_FORCE"))
        .body("person", equalTo("p-sue"));
  }

  @Test
  void an_assessors_case_reverts_to_the_desk_once() {
    ReferralId id = world.received();
    world.risk().says(new AssessmentAccepted(id, 1, ASSESSOR, OrganisationCode.NCA, null));
    await()
        .until(() -> "p-assessor".equals(allocator("nca").get("/cases/" + id).path("nca.person")));
    var revert =
        new RevertCustody(
            id,
            OrganisationCode.NCA,
            ASSESSOR,
            RevertReason.SUSPENDED,
            Cover.post(OrganisationCode.NCA, "referrals-desk"));
    assertThat(reversions.revert(revert)).isTrue();
    assertThat(reversions.revert(revert)).isFalse();
    allocator("nca")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("RECEIVED"))
        .body("nca.post", equalTo("referrals-desk"));
  }

  @Test
  void what_a_force_brought_in_stands_there_and_is_known_by_its_reference() {
    ReferralId id = world.sent(false, true);
    String reference = "N-" + id;
    world
        .intake()
        .says(new ReferralOriginated(id, KENT, POLIT, OLA, null, null, "NICHE", reference, null));
    await().until(() -> "p-ola".equals(allocator("46").get("/cases/" + id).path("person")));
    allocator("46")
        .get("/cases?system=NICHE&localReference=" + reference)
        .then()
        .body("items[0].referralId", equalTo(id.toString()));
  }

  @Test
  void what_two_persons_ended_at_the_nca_goes_to_no_force() {
    ReferralId id = world.received();
    world
        .risk()
        .says(
            new AssessmentConcluded(
                id,
                AssessmentEnd.NOT_UNITED_KINGDOM,
                null,
                null,
                null,
                ASSESSOR,
                PersonId.of("p-head")));
    await().until(() -> "CONCLUDED".equals(allocator("nca").get("/cases/" + id).path("state")));
    allocator("nca")
        .get("/cases/" + id)
        .then()
        .body("outcome", equalTo("NOT_UNITED_KINGDOM"))
        .body("confirmedBy", equalTo("p-head"));
    world
        .disseminate(id, KENT)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/ended-at-the-nca"));
  }

  @Test
  void what_was_offered_to_a_force_is_offered_no_more_once_it_ended_at_the_nca() {
    ReferralId id = world.received();
    world.disseminate(id, KENT).then().statusCode(201);
    world
        .risk()
        .says(
            new AssessmentConcluded(
                id, AssessmentEnd.DUPLICATE, null, null, null, ASSESSOR, PersonId.of("p-head")));
    await().until(() -> "CONCLUDED".equals(allocator("nca").get("/cases/" + id).path("state")));
    await()
        .until(
            () ->
                "WITHDRAWN"
                    .equals(allocator("nca").get("/cases/" + id).path("disseminations[0].state")));
  }

  @Test
  void what_is_held_at_the_nca_goes_to_no_force_until_the_hold_ends() {
    ReferralId id = world.received();
    world.risk().says(new ReferralHeld(id, ASSESSOR, PersonId.of("p-head")));
    await().until(() -> assessmentIsHeld(id));
    world
        .disseminate(id, KENT)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/held-at-the-nca"));
    world.risk().says(new HoldEnded(id, ASSESSOR, null));
    await().until(() -> !assessmentIsHeld(id));
    world.disseminate(id, KENT).then().statusCode(201);
  }

  @Test
  void a_dispute_that_lasts_too_long_goes_to_the_tie_breaker_once_that_is_certain() {
    ReferralId id = disputed();
    var raised = expired(id, false);
    world.escalation().says(raised);
    world.escalation().says(new EscalationConfirmed(id, raised.escalation()));
    awaitTieBreaker(id);
    ReferralId certain = disputed();
    world.escalation().says(expired(certain, true));
    awaitTieBreaker(certain);
  }

  private ReferralId disputed() {
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    world
        .decline(id, number, "46", Map.of("reason", "not ours", "redirectTo", "01", "text", "x"))
        .then()
        .statusCode(200);
    return id;
  }

  private static void awaitTieBreaker(ReferralId id) {
    await()
        .until(() -> "WITH_TIE_BREAKER".equals(allocator("nca").get("/cases/" + id).path("state")));
    allocator("nca").get("/cases/" + id).then().body("post", equalTo("tie-breaker"));
  }

  private static EscalationRaised expired(ReferralId id, boolean confirmed) {
    return new EscalationRaised(
        id,
        EscalationId.of(UUID.randomUUID().toString()),
        FindingKind.CLOCK_EXPIRED,
        ClockName.OWNERSHIP_DISPUTE,
        new EventId(UUID.fromString("01890000-0000-7000-8000-000000000001")),
        null,
        OrganisationCode.NCA,
        null,
        confirmed);
  }

  private boolean assessmentIsHeld(ReferralId referral) {
    return transactions.inTransaction(() -> assessments.held(referral));
  }
}
