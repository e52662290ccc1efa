package baton.intake;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static org.hamcrest.Matchers.containsString;

import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * What a store from the past takes while its log is out of sight may stand in a place that the log
 * gave away long ago: two stories, which nobody can mend.
 */
@QuarkusTest
@QuarkusTestResource(
    value = BatonTestResource.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "baton.kafka", value = "127.0.0.1:1"),
      @ResourceArg(name = "baton.compare-first", value = "true")
    })
class RestoredStoreWaitsTest {

  @Test
  void a_store_that_was_put_back_takes_nothing_before_it_was_compared_with_the_log() {
    TORONTO
        .sends(referral(newReference(), ""))
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("detail", containsString("Whether the store and the log belong together"));
  }
}
