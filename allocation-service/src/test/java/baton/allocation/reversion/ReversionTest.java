package baton.allocation.reversion;

import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.supervisor;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import baton.allocation.AllocationWorld;
import baton.allocation.caseload.NcaAssessments;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.risk.AssessmentAccepted;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What somebody has who is gone goes to who was named beforehand (R4). */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class ReversionTest {
  private static final Duration TOO_LONG = Duration.ofDays(14);

  /** As long ago as no absence may be. */
  private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(40));

  @Inject AllocationWorld world;
  @Inject ReversionJob job;
  @Inject NcaAssessments assessments;

  @Test
  void what_an_officer_has_and_is_offered_when_he_or_she_leaves() {
    ReferralId held = heldBy("p-leaver");
    ReferralId offered = world.withKent();
    world.allocate(offered, "p-leaver").then().statusCode(201);

    leaves("p-leaver");

    reverts(held, "p-sue");
    await()
        .untilAsserted(
            () ->
                supervisor("46")
                    .get("/cases/" + offered)
                    .then()
                    .body("allocations.state", contains("WITHDRAWN"))
                    .body("person", equalTo("p-sue")));
  }

  @Test
  void what_somebody_has_who_is_suspended_or_is_known_to_be_away_too_long() {
    ReferralId suspended = heldBy("p-suspended");
    away("p-suspended", "SUSPENDED", Instant.now().minusSeconds(1), null);
    reverts(suspended, "p-sue");

    ReferralId away = heldBy("p-traveller");
    Instant now = Instant.now().minusSeconds(1);
    away("p-traveller", "LEAVE", now, now.plus(Duration.ofDays(15)));
    reverts(away, "p-sue");
  }

  @Test
  void a_short_absence_leaves_everything_where_it_is_until_it_has_become_long() {
    ReferralId id = heldBy("p-sick");
    away("p-sick", "SICKNESS", Instant.now().minus(Duration.ofDays(13)), null);
    job.run();
    supervisor("46").get("/cases/" + id).then().body("person", equalTo("p-sick"));

    away("p-sick", "SICKNESS", LONG_AGO, null);
    reverts(id, "p-sue");
  }

  @Test
  void what_an_assessor_has_who_left_and_what_one_accepts_who_is_gone_already() {
    as("administrator", "nca", "p-admin")
        .body(
            "{\"teams\":[{\"id\":\"nca-desk\",\"supervisor\":\"p-head\"}],\"officers\":["
                + "{\"person\":\"p-head\",\"team\":\"nca-desk\"},"
                + "{\"person\":\"p-ann\",\"team\":\"nca-desk\"}]}")
        .put("/roster/nca")
        .then()
        .statusCode(200);
    ReferralId before = world.received();
    acceptedAtNca(before, "p-ann");
    await().until(() -> custodianAtNca(before).equals("p-ann"));

    as("administrator", "nca", "p-admin")
        .queryParam("organisation", "nca")
        .delete("/officers/p-ann")
        .then()
        .statusCode(200)
        .body("recorded", hasItem("baton.officer-left.v1"));
    await().until(() -> custodianAtNca(before).equals("p-head"));

    ReferralId after = world.received();
    acceptedAtNca(after, "p-ann");
    await().until(() -> custodianAtNca(after).equals("p-head"));
  }

  /**
   * Each round both at the same moment: whichever is first, nobody gone has anything afterwards.
   */
  @Test
  void who_leaves_and_accepts_in_the_same_moment_has_nothing_afterwards() throws Exception {
    for (int round = 0; round < 25; round++) {
      String person = "p-race-" + round;
      world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", person);
      ReferralId id = world.withKent();
      int number = world.allocate(id, person).then().statusCode(201).extract().path("number");

      List<Response> answers =
          atOnce(() -> world.acceptAllocation(id, number, person), () -> leave(person));

      assertThat(answers.getLast().statusCode()).isEqualTo(200);
      // Accepted before, or refused because the person had left, or because the offer was gone.
      assertThat(answers.getFirst().statusCode()).isIn(200, 403, 409);
      job.run();
      supervisor("46").get("/cases/" + id).then().body("person", equalTo("p-sue"));
    }
  }

  @Test
  void it_is_known_when_an_absence_becomes_too_long() {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", "p-watched");
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(TOO_LONG).plusSeconds(3_600);
    away("p-watched", "SICKNESS", from, null);

    assertThat(job.nextDue())
        .hasValueSatisfying(due -> assertThat(due).isBetween(Instant.now(), from.plus(TOO_LONG)));
    as("administrator", "nca", "p-admin")
        .get("/progress")
        .then()
        .body("nextDue", equalTo(job.nextDue().orElseThrow().toString()));
  }

  private ReferralId heldBy(String person) {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", person);
    ReferralId id = world.withKent();
    int number = world.allocate(id, person).then().statusCode(201).extract().path("number");
    world.acceptAllocation(id, number, person).then().statusCode(200);
    return id;
  }

  private static void leaves(String person) {
    leave(person).then().statusCode(200);
  }

  private static Response leave(String person) {
    return as("administrator", "baton", "p-admin")
        .queryParam("organisation", "46")
        .delete("/officers/" + person);
  }

  private static void away(String person, String absence, Instant from, Instant until) {
    String end = until == null ? "" : ",\"until\":\"" + until + "\"";
    as("administrator", "baton", "p-admin")
        .body(
            "{\"organisation\":\"46\",\"absence\":\"%s\",\"from\":\"%s\"%s}"
                .formatted(absence, from, end))
        .put("/officers/" + person + "/availability")
        .then()
        .statusCode(200);
  }

  private static void reverts(ReferralId id, String to) {
    await()
        .untilAsserted(
            () -> supervisor("46").get("/cases/" + id).then().body("person", equalTo(to)));
  }

  private void acceptedAtNca(ReferralId id, String person) {
    world
        .risk()
        .says(new AssessmentAccepted(id, 1, new PersonId(person), OrganisationCode.NCA, null));
  }

  private String custodianAtNca(ReferralId id) {
    return assessments.custodian(id).map(PersonId::value).orElse("nobody");
  }

  @FunctionalInterface
  private interface Call {
    Response make();
  }

  private static List<Response> atOnce(Call... calls) throws Exception {
    var together = new CyclicBarrier(calls.length);
    try (var threads = Executors.newFixedThreadPool(calls.length)) {
      var answers = new ArrayList<Future<Response>>();
      for (Call call : calls)
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return call.make();
                }));
      var given = new ArrayList<Response>();
      for (Future<Response> answer : answers) given.add(answer.get());
      return given;
    }
  }
}
