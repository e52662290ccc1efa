package baton.intake.receipt;

import static baton.intake.Agency.OSLO;
import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class PostReferralTest {

  @Test
  void it_is_created_and_its_status_is_there_at_once() {
    String reference = newReference();
    var receipt = TORONTO.sends(referral(reference, ",\"force\":\"46\",\"colour\":\"red\""));
    String id =
        receipt
            .statusCode(201)
            .body("outcome", equalTo("created"))
            .body("receiptNumber", matchesPattern("R(-[0-9A-Z]{4}){3}"))
            .body("kept", contains("/colour"))
            .body("remarks.code", hasItem("no-suspect"))
            .extract()
            .path("referralId");
    receipt.header("Location", endsWith("/referrals/" + id));
    TORONTO
        .asks("/referrals/" + id)
        .statusCode(200)
        .body("stage", equalTo("RECEIVED"))
        .body("custodian.organisation", equalTo("nca"))
        .body("reference", equalTo(reference))
        .body("outcome", nullValue());
    TORONTO
        .asks("/referrals?reference=" + reference)
        .statusCode(200)
        .body("items.referralId", contains(id));
  }

  @Test
  void the_same_again_is_repeated_and_other_content_amends() {
    String reference = newReference();
    String first =
        TORONTO.sends(referral(reference, "")).statusCode(201).extract().path("referralId");
    TORONTO
        .sends("{ \"type\" : \"ENTICEMENT\", \"reference\" : \"" + reference + "\" }")
        .statusCode(200)
        .body("outcome", equalTo("repeated"))
        .body("receiptNumber", endsWith("/2"))
        .body("referralId", equalTo(first));
    TORONTO
        .sends(referral(reference, ",\"narrative\":\"more\""))
        .statusCode(200)
        .body("outcome", equalTo("amended"))
        .body("referralId", equalTo(first));
  }

  @Test
  void a_reference_is_unique_within_its_agency() {
    String reference = newReference();
    TORONTO.sends(referral(reference, "")).statusCode(201);
    OSLO.sends(referral(reference, "")).statusCode(201).body("outcome", equalTo("created"));
  }

  @Test
  void what_another_agency_sent_is_not_there() {
    String reference = newReference();
    String id = TORONTO.sends(referral(reference, "")).extract().path("referralId");
    OSLO.asks("/referrals/" + id).statusCode(404).contentType("application/problem+json");
    OSLO.asks("/referrals?reference=" + reference).statusCode(200).body("items.size()", equalTo(0));
  }

  @Test
  void a_key_gives_the_first_answer_to_the_same_body_and_422_to_another() {
    String key = newReference();
    String body = referral(newReference(), "");
    String first = sendsWithKey(key, body).statusCode(201).extract().asString();
    String again = sendsWithKey(key, body).statusCode(201).extract().asString();
    assertThat(again).isEqualTo(first);
    sendsWithKey(key, referral(newReference(), ""))
        .statusCode(422)
        .body("type", endsWith("/idempotency-key-reused"));
  }

  @Test
  void of_many_at_once_one_creates_it() throws Exception {
    String body = referral(newReference(), "");
    try (var senders = Executors.newFixedThreadPool(8)) {
      var sent =
          IntStream.range(0, 8)
              .mapToObj(i -> senders.submit(() -> TORONTO.sends(body).extract()))
              .toList();
      var outcomes = new ArrayList<String>();
      var ids = new HashSet<String>();
      for (var answer : sent) {
        assertThat(answer.get().statusCode()).isIn(200, 201);
        outcomes.add(answer.get().path("outcome"));
        ids.add(answer.get().path("referralId"));
      }
      assertThat(ids).hasSize(1);
      assertThat(outcomes).containsOnlyOnce("created").containsOnly("created", "repeated");
    }
  }

  @Test
  void the_board_follows() {
    String id =
        TORONTO.sends(referral(newReference(), ",\"force\":\"46\"")).extract().path("referralId");
    await()
        .untilAsserted(
            () ->
                TORONTO
                    .asks("/referrals/" + id)
                    .body("nextDue.clock", equalTo("ASSESSOR_NAMED"))
                    .body("handOffs", equalTo(List.of())));
  }

  private static ValidatableResponse sendsWithKey(String key, String body) {
    return TORONTO
        .request()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/referrals")
        .then();
  }
}
