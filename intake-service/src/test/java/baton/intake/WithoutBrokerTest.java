package baton.intake;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static io.restassured.RestAssured.given;

import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BatonTestResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "baton.kafka", value = "127.0.0.1:1"))
class WithoutBrokerTest {

  @Test
  void it_takes_referrals_and_says_that_it_is_not_ready() {
    String id =
        TORONTO.sends(referral(newReference(), "")).statusCode(201).extract().path("referralId");
    TORONTO.asks("/referrals/" + id).statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(503);
  }
}
