package baton.risk;

import static baton.risk.RiskWorld.as;
import static baton.testing.Patience.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralOriginated;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What risk-service makes of other services' events. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FromTheLogTest {
  @Inject RiskWorld world;

  @Test
  void an_urgent_referral_is_very_high_at_once() {
    ReferralId id = world.received(null, true);
    reads(id, "priority", Grade.VERY_HIGH.name());
  }

  @Test
  void what_an_amendment_makes_urgent_becomes_very_high_and_is_shown_as_it_is_now() {
    ReferralId id = world.received();
    as("assessor", "nca", "p-ann")
        .get("/assessments/" + id)
        .then()
        .body("referral.narrative", equalTo("first words"));
    world.amended(id, true);
    reads(id, "priority", Grade.VERY_HIGH.name());
    reads(id, "referral.narrative", "second words");
  }

  @Test
  void urgency_that_was_lowered_is_not_raised_by_a_later_amendment() {
    ReferralId id = world.received(null, true);
    as("assessor", "nca", "p-ann")
        .body(Map.of("priority", "LOW"))
        .post("/assessments/" + id + "/priority")
        .then()
        .statusCode(200);
    world.amended(id, true);
    reads(id, "referral.narrative", "second words");
    reads(id, "priority", "LOW");
  }

  @Test
  void the_senders_force_is_shown_until_an_assessor_finds_another() {
    ReferralId id = world.received(RiskWorld.KENT, false);
    reads(id, "force", "46");
    as("assessor", "nca", "p-ann")
        .body(Map.of("force", "42"))
        .post("/assessments/" + id + "/force")
        .then()
        .statusCode(200);
    reads(id, "force", "42");
  }

  @Test
  void what_a_force_brought_in_itself_is_the_forces_with_the_grade_that_it_had() {
    world.staff("46", "p-kent");
    ReferralId id = world.received();
    world
        .intake()
        .says(
            new ReferralOriginated(
                id,
                RiskWorld.KENT,
                null,
                PersonId.of("p-kent"),
                null,
                Grade.HIGH,
                null,
                null,
                null));
    reads(id, "acceptedBy", "46");
    reads(id, "grade", "HIGH");
    as("assessor", "46", "p-kent")
        .body(Map.of("grade", "VERY_HIGH"))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(200);
    as("assessor", "nca", "p-ann")
        .body(Map.of("priority", "LOW"))
        .post("/assessments/" + id + "/priority")
        .then()
        .statusCode(409)
        .body("type", endsWith("/force-has-accepted"));
  }

  @Test
  void a_referral_whose_key_is_gone_is_unreadable_and_everything_else_goes_on() {
    Sealed<ReferralDetails> lost = Sealed.box("no-such-key", new byte[32]);
    ReferralId id = world.received(lost);
    as("assessor", "nca", "p-ann")
        .get("/assessments/" + id)
        .then()
        .statusCode(200)
        .body("referral", nullValue())
        .body("unreadable", equalTo(true));
    as("assessor", "nca", "p-ann")
        .body(Map.of("grade", "LOW"))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(200);
    as("assessor", "nca", "p-ann")
        .body(Map.of("grade", "HIGH", "reason", "there is no key to seal this with"))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(409)
        .body("type", endsWith("/referral-unreadable"));
  }

  private static void reads(ReferralId id, String path, String value) {
    await()
        .untilAsserted(
            () ->
                as("assessor", "nca", "p-ann")
                    .get("/assessments/" + id)
                    .then()
                    .body(path, equalTo(value)));
  }
}
