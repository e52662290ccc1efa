package baton.intake.batch;

import static baton.intake.Agency.OSLO;
import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class PostBatchTest {

  private static final int SPADE = 2_345;

  @Test
  void of_2345_lines_five_are_bad_and_the_good_ones_are_in() {
    String spade = newReference();
    var lines = new ArrayList<>(lines(spade, SPADE, "46"));
    lines.set(10, "{not json");
    lines.set(499, referral(spade + "-499", ",\"force\":\"Kent\""));
    lines.set(500, "{\"type\":\"ENTICEMENT\"}");
    lines.set(2_000, referral(spade + "-2000", ",\"providerReportedAt\":\"2999-01-01T00:00:00Z\""));
    lines.set(2_344, "[]");
    ValidatableResponse answer = TORONTO.sendsBatch(String.join("\n", lines));
    String batch =
        counts(answer, SPADE, SPADE - 5, 0, 0, 5)
            .body("problems.line", contains(11, 500, 501, 2_001, 2_345))
            .body("problems[1].type", endsWith("/unknown-force"))
            .body("problems[1].violations.pointer", contains("/force"))
            .extract()
            .path("batchId");
    answer.header("Location", endsWith("/batches/" + batch));
    await()
        .untilAsserted(
            () ->
                TORONTO
                    .asks("/batches/" + batch)
                    .statusCode(200)
                    .body("received", equalTo(SPADE - 5))
                    .body("byForce.46.received", equalTo(SPADE - 5))
                    .body("name", equalTo("SYNTHETIC"))
                    .body("complete", equalTo(false)));
    OSLO.asks("/batches/" + batch).statusCode(404);
  }

  @Test
  void under_the_same_key_it_is_resumed_and_nothing_is_recorded_twice() {
    String key = newReference();
    List<String> lines = lines(newReference(), 700, "46");
    String first =
        counts(TORONTO.sendsBatch(String.join("\n", lines.subList(0, 600)), key), 600, 600, 0, 0, 0)
            .extract()
            .path("batchId");
    counts(TORONTO.sendsBatch(String.join("\n", lines), key), 700, 100, 600, 0, 0)
        .body("batchId", equalTo(first));
    TORONTO.asks("/batches/" + first).body("received", equalTo(700));
  }

  @Test
  void without_a_key_the_same_lines_are_repeated() {
    String lines = String.join("\n", lines(newReference(), 20, "46"));
    counts(TORONTO.sendsBatch(lines), 20, 20, 0, 0, 0);
    counts(TORONTO.sendsBatch(lines), 20, 0, 20, 0, 0);
  }

  @Test
  void a_reference_that_stands_twice_is_one_referral() {
    String reference = newReference();
    String lines =
        String.join(
            "\n",
            referral(reference, ""),
            referral(reference, ""),
            referral(reference, ",\"narrative\":\"more\""));
    counts(TORONTO.sendsBatch(lines), 3, 1, 1, 1, 0);
  }

  @Test
  void a_line_that_is_too_long_is_rejected_and_the_rest_goes_on() {
    String body = ",\"narrative\":\"%s\"";
    String lines =
        String.join(
            "\n",
            referral(newReference(), ""),
            referral(newReference(), body.formatted("x".repeat(600 * 1024))),
            referral(newReference(), body.formatted("x".repeat(450 * 1024))),
            referral(newReference(), ""));
    counts(TORONTO.sendsBatch(lines), 4, 2, 0, 0, 2)
        .body("problems.line", contains(2, 3))
        .body("problems[0].type", endsWith("/too-large"))
        .body("problems[1].type", endsWith("/too-large"));
  }

  @Test
  void problems_are_told_up_to_the_thousandth() {
    String lines = String.join("\n", Collections.nCopies(1_200, "{}"));
    counts(TORONTO.sendsBatch(lines), 1_200, 0, 0, 0, 1_200).body("problems", hasSize(1_000));
  }

  @Test
  void two_that_overlap_and_come_at_once_create_each_referral_once() throws Exception {
    List<String> lines = lines(newReference(), 300, "46");
    var reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    try (var senders = Executors.newFixedThreadPool(2)) {
      var one = senders.submit(() -> TORONTO.sendsBatch(String.join("\n", lines)).extract());
      var other = senders.submit(() -> TORONTO.sendsBatch(String.join("\n", reversed)).extract());
      int created = one.get().<Integer>path("created") + other.get().<Integer>path("created");
      int repeated = one.get().<Integer>path("repeated") + other.get().<Integer>path("repeated");
      assertThat(List.of(created, repeated)).containsExactly(300, 300);
    }
  }

  private static List<String> lines(String reference, int count, String force) {
    return IntStream.range(0, count)
        .mapToObj(i -> referral(reference + "-" + i, ",\"force\":\"" + force + "\""))
        .toList();
  }

  private static ValidatableResponse counts(
      ValidatableResponse answer,
      int received,
      int created,
      int repeated,
      int amended,
      int rejected) {
    return answer
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("received", equalTo(received))
        .body("created", equalTo(created))
        .body("repeated", equalTo(repeated))
        .body("amended", equalTo(amended))
        .body("rejected", equalTo(rejected));
  }
}
