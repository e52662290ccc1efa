package baton.intake.receipt;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class BadRequestsTest {

  private static final int FIFTY_MB = 50 * 1024 * 1024;

  @TestHTTPResource("/referrals")
  URI referrals;

  @Test
  void without_a_token_nothing_is_open_but_health() {
    problem(given().get("/referrals/x").then(), 401, "token-missing-or-wrong");
    problem(given().get("/clock").then(), 401, "token-missing-or-wrong");
    problem(given().get("/progress").then(), 401, "token-missing-or-wrong");
    given().get("/q/metrics").then().statusCode(401);
    given().get("/q/openapi").then().statusCode(401);
    given().get("/q/health/live").then().statusCode(200);
  }

  @ParameterizedTest
  @MethodSource("wrongTokens")
  void a_wrong_token_is_401(String token) {
    problem(given().auth().oauth2(token).get("/forces").then(), 401, "token-missing-or-wrong");
  }

  static Stream<String> wrongTokens() {
    String good = Tokens.of("agency", "toronto-police");
    return Stream.of(
        "x",
        good.substring(0, good.length() - 6) + "AAAAAA",
        Tokens.expired("agency", "toronto-police", null));
  }

  @Test
  void the_wrong_role_is_403() {
    var assessor = given().auth().oauth2(Tokens.of("assessor", "nca", "p-nca-11"));
    problem(
        assessor.contentType(ContentType.JSON).body("{}").post("/referrals").then(),
        403,
        "role-insufficient");
  }

  @Test
  void a_human_role_without_a_person_is_403() {
    var officer = given().auth().oauth2(Tokens.of("officer", "46"));
    problem(officer.get("/forces").then(), 403, "token-insufficient")
        .body("detail", containsString("person"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\":\"Synthetic Person\",",
        "",
        "null",
        "[]",
        "\"x\"",
        "{\"a\":1}{",
        "{\"a\":1,\"a\":2}"
      })
  void malformed_json_is_400_and_not_echoed(String body) {
    ValidatableResponse answer = TORONTO.sends(body);
    problem(answer, 400, "malformed-json").body("detail", not(containsString("Synthetic")));
  }

  @Test
  void another_content_type_is_415() {
    problem(
        TORONTO.request().contentType("text/plain").body("x").post("/referrals").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void another_method_is_405_and_another_path_404() {
    problem(TORONTO.request().delete("/referrals").then(), 405, "method-not-allowed");
    problem(TORONTO.request().get("/no-such-path").then(), 404, "not-found");
    problem(TORONTO.request().get("/referrals/no-id").then(), 404, "not-found");
  }

  @Test
  void an_unknown_force_is_told_which_one_was_meant() {
    problem(TORONTO.sends(referral(newReference(), ",\"force\":\"Kent\"")), 422, "unknown-force")
        .body("detail", equalTo("'Kent' is not a force code; Kent is 46, see GET /forces"))
        .body("violations.pointer", contains("/force"));
  }

  @Test
  void a_date_in_the_future_is_refused() {
    String future = ",\"providerReportedAt\":\"2999-01-01T00:00:00Z\"";
    problem(TORONTO.sends(referral(newReference(), future)), 422, "date-in-future")
        .body("violations.pointer", contains("/providerReportedAt"));
  }

  @Test
  void half_a_character_is_kept_in_a_text_and_refused_in_a_reference() {
    TORONTO.sends(referral(newReference(), ",\"narrative\":\"\\ud800\"")).statusCode(201);
    problem(TORONTO.sends(referral("\\ud800", "")), 422, "wrong-form");
  }

  @Test
  void what_no_row_could_hold_is_refused() {
    var asksForNul = TORONTO.request().queryParam("reference", "\u0000").get("/referrals");
    problem(asksForNul.then(), 422, "parameter-unusable");
    problem(TORONTO.asks("/referrals?limit=0"), 422, "invalid-value");
    problem(TORONTO.asks("/referrals?limit=x"), 422, "wrong-parameter");
  }

  @Test
  void what_was_refused_left_nothing() {
    String reference = newReference();
    TORONTO.sends(referral(reference, ",\"force\":\"Kent\"")).statusCode(422);
    TORONTO.asks("/referrals?reference=" + reference).body("items.size()", equalTo(0));
  }

  @Test
  void what_is_longer_than_512_KiB_is_413() {
    String long600 = ",\"narrative\":\"" + "x".repeat(600 * 1024) + "\"";
    problem(TORONTO.sends(referral(newReference(), long600)), 413, "too-large");
  }

  @Test
  void what_is_longer_than_an_event_once_sealed_is_413() {
    String long450 = ",\"narrative\":\"" + "x".repeat(450 * 1024) + "\"";
    problem(TORONTO.sends(referral(newReference(), long450)), 413, "too-large");
  }

  @Test
  void fifty_megabytes_are_413() throws Exception {
    assertThat(post(BodyPublishers.ofByteArray(new byte[FIFTY_MB])).statusCode()).isEqualTo(413);
  }

  @Test
  void fifty_megabytes_in_chunks_are_413() throws Exception {
    var answer = post(BodyPublishers.ofInputStream(() -> new Spaces(FIFTY_MB)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    var request =
        HttpRequest.newBuilder(referrals)
            .header("Authorization", "Bearer " + Tokens.of("agency", "toronto-police"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/problems/" + code))
        .body("status", equalTo(status))
        .body("title", notNullValue());
  }

  /** So many spaces and nothing in memory. */
  private static final class Spaces extends InputStream {
    private int left;

    Spaces(int count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }
  }
}
