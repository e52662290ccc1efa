package baton.allocation;

import static baton.allocation.AllocationWorld.ESSEX;
import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.allocator;
import static baton.testing.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What allocation-service makes of other services' events. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FromTheLogTest {
  @Inject AllocationWorld world;

  @Test
  void a_force_is_noted_and_waits_for_a_persons_decision() {
    ReferralId id = world.received();
    world.determined(id, KENT);
    reads(id, "noted", "46");
    allocator("nca").get("/cases/" + id).then().body("disseminations", empty());
  }

  @Test
  void what_is_urgent_and_cannot_be_acted_on_waits_until_it_can() {
    ReferralId id = world.received(true, false);
    world.determined(id, KENT);
    reads(id, "noted", "46");
    allocator("nca").get("/cases/" + id).then().body("disseminations", empty());
    world.amended(id, true, true);
    reads(id, "state", "DISSEMINATED");
    reads(id, "package.referral.narrative", "second words");
  }

  @Test
  void an_urgent_referral_that_was_sent_is_not_sent_elsewhere_by_itself() {
    ReferralId id = world.received(true, true);
    world.determined(id, KENT);
    reads(id, "state", "DISSEMINATED");
    world.determined(id, ESSEX);
    reads(id, "noted", "42");
    allocator("nca").get("/cases/" + id).then().body("disseminations.force", contains("46"));
  }

  @Test
  void the_newest_version_is_what_a_force_is_given() {
    ReferralId id = world.received();
    reads(id, "package.referral.narrative", "first words");
    world.amended(id, false, true);
    reads(id, "package.referral.narrative", "second words");
    world.disseminated(id, KENT);
    allocator("46")
        .get("/cases/" + id)
        .then()
        .body("package.referral.narrative", equalTo("second words"))
        .body("package.note", equalTo("a note"));
  }

  @Test
  void a_referral_whose_key_is_gone_is_unreadable_and_given_to_nobody() {
    ReferralId id = world.received(Sealed.box("no-such-key", new byte[32]));
    allocator("nca")
        .get("/cases/" + id)
        .then()
        .statusCode(200)
        .body("package", nullValue())
        .body("unreadable", equalTo(true));
    world.disseminate(id, KENT).then().statusCode(409);
  }

  private static void reads(ReferralId id, String path, String value) {
    await()
        .untilAsserted(
            () -> allocator("nca").get("/cases/" + id).then().body(path, equalTo(value)));
  }
}
