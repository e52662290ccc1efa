package baton.allocation;

import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.officer;
import static baton.allocation.AllocationWorld.supervisor;
import static baton.testing.Patience.await;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One referral from the NCA to its outcome, over REST, on the real log and the real database. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class CaseStoryTest {
  @Inject AllocationWorld world;

  @BeforeEach
  void staff() {
    world.kentIsStaffed();
  }

  @Test
  void from_receipt_to_outcome() {
    ReferralId id = world.received();
    world
        .disseminate(id, KENT)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .header("Location", endsWith("/cases/" + id + "/disseminations/1"))
        .body("referralId", equalTo(id.toString()))
        .body("number", equalTo(1))
        .body("recorded", contains("baton.case-disseminated.v1"))
        .body("recordedTime", notNullValue());
    world
        .disseminate(id, KENT)
        .then()
        .statusCode(200)
        .body("number", equalTo(1))
        .body("recorded", empty());
    world
        .acceptForKent(id, 1, "p-sue")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("recorded", contains("baton.dissemination-accepted.v1"));
    world
        .allocate(id, "p-ola")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/cases/" + id + "/allocations/1"))
        .body("recorded", contains("baton.case-allocated.v1"));
    world.acceptAllocation(id, 1, "p-ola").then().statusCode(200);
    officer("p-ola")
        .body(Map.of("kind", "warrant-executed", "happenedAt", "2026-01-02T03:04:05+01:00"))
        .post("/cases/" + id + "/actions")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.action-recorded.v1"));
    officer("p-ola")
        .body(Map.of("outcome", "no further action", "reason", "synthetic"))
        .post("/cases/" + id + "/outcome")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.outcome-proposed.v1"));
    supervisor("46")
        .body("{}")
        .post("/cases/" + id + "/outcome/confirmation")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.case-concluded.v1"));
    supervisor("46")
        .get("/cases/" + id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("state", equalTo("CONCLUDED"))
        .body("outcome", equalTo("NO_FURTHER_ACTION"))
        .body("person", equalTo("p-ola"))
        .body("actions.kind", contains("WARRANT_EXECUTED"))
        .body("package.referral.narrative", equalTo("first words"))
        .body("package.note", equalTo("a note"));
    supervisor("46")
        .get("/cases?state=concluded&officer=p-ola&force=46&team=kent-polit")
        .then()
        .statusCode(200)
        .body("items.referralId", hasItem(id.toString()));
  }

  @Test
  void an_urgent_referral_goes_to_its_force_by_itself_with_the_package() {
    ReferralId id = world.sent(true, true);
    world.determined(id, KENT);
    await().until(() -> "DISSEMINATED".equals(allocator("46").get("/cases/" + id).path("state")));
    allocator("46")
        .get("/cases/" + id)
        .then()
        .body("noted", equalTo("46"))
        .body("urgent", equalTo(true))
        .body("package.referral.narrative", equalTo("first words"));
  }
}
