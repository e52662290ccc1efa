package baton.risk;

import static baton.risk.RiskWorld.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One referral through the NCA's hands, over REST, on the real log and the real database. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class AssessmentStoryTest {
  @Inject RiskWorld world;

  @Test
  void from_receipt_to_grade() {
    world.staff("nca", "p-ann", "p-ben");
    ReferralId id = world.received(RiskWorld.KENT, false);

    world
        .offer(id, "p-ann")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .header("Location", endsWith("/assessments/" + id))
        .body("referralId", equalTo(id.toString()))
        .body("number", equalTo(1))
        .body("recorded", contains("baton.assessor-assigned.v1"))
        .body("recordedTime", notNullValue());
    world
        .offer(id, "p-ann")
        .then()
        .statusCode(200)
        .body("recorded", empty())
        .body("number", equalTo(1));
    world.accept(id, "p-ben").then().statusCode(403);
    world
        .accept(id, "p-ann")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.assessment-accepted.v1"));
    as("assessor", "nca", "p-ann")
        .body(Map.of("priority", "very high", "reason", "synthetic"))
        .post("/assessments/" + id + "/priority")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.triage-priority-set.v1"));
    as("assessor", "nca", "p-ann")
        .body(Map.of("force", "42", "basis", "synthetic"))
        .post("/assessments/" + id + "/force")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.force-determined.v1"));
    as("assessor", "nca", "p-ann")
        .body(Map.of("grade", "LOW", "tool", "KIRAT", "toolVersion", "2", "steps", List.of(1, 2)))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.risk-assessed.v1"));
    as("assessor", "nca", "p-ann")
        .get("/assessments/" + id)
        .then()
        .statusCode(200)
        .body("assessor", equalTo("p-ann"))
        .body("force", equalTo("42"))
        .body("grade", equalTo("LOW"))
        .body("referral.narrative", equalTo("first words"))
        .body("asOf", notNullValue());
    as("assessor", "nca", "p-ann")
        .get("/assessments?state=graded&assessor=p-ann")
        .then()
        .statusCode(200)
        .body("items.referralId", hasItem(id.toString()));
  }
}
