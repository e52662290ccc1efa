package baton.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonTestResource;
import baton.testing.Patience;
import baton.testing.Tokens;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every service takes of one caller and no more of. How it bears those who are slow and those
 * who are many is the same code, and tested where most comes in: in intake-service.
 */
abstract class LimitsContract {
  private static final int MANY = 150;
  private static final int AT_ONCE = 8;

  @Test
  void more_headers_than_anybody_needs_are_refused() {
    var many = as("auditor", "hmicfrs");
    for (int n = 0; n < MANY; n++) many.header("X-" + n, "1");
    problem(many.get("/progress"), 431, "headers-too-large");
    problem(
        as("auditor", "hmicfrs").header("X-Long", "y".repeat(20_000)).get("/progress"),
        431,
        "headers-too-large");
  }

  @Test
  void a_path_longer_than_any_is_refused() {
    problem(as("auditor", "hmicfrs").get("/" + "p".repeat(5_000)), 414, "uri-too-long");
    problem(
        as("auditor", "hmicfrs").get("/progress?after=" + "p".repeat(5_000)), 414, "uri-too-long");
  }

  @Test
  void a_body_larger_than_any_is_refused() {
    problem(clock("{\"now\":\"" + "y".repeat(600_000) + "\"}"), 413, "too-large");
  }

  @Test
  void json_that_nests_beyond_reason_is_refused() {
    problem(clock("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"), 400, "malformed-json");
  }

  /** At once, since a slow machine makes no two calls a second one after the other. */
  @Test
  void an_organisation_over_its_quota_is_told_when_to_go_on_and_no_other_is() {
    var refused = Patience.await().until(LimitsContract::refusedOfManyAtOnce, Optional::isPresent);
    var answer = refused.orElseThrow();
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<String>path("type"))
        .isEqualTo("https://baton.example/problems/quota-exceeded");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    as("auditor", "hmicfrs").get("/progress").then().statusCode(200);
  }

  private static Optional<ExtractableResponse<Response>> refusedOfManyAtOnce() throws Exception {
    Callable<ExtractableResponse<Response>> call =
        () ->
            as("auditor", BatonTestResource.OF_ONE_CALL_A_SECOND).get("/progress").then().extract();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(Collections.nCopies(AT_ONCE, call)).stream()
          .map(Future::resultNow)
          .filter(answer -> answer.statusCode() == 429)
          .findAny();
    }
  }

  /** A command that every service has; whether its clock is a stepped one is asked after this. */
  private static Response clock(String body) {
    return as("administrator", "nca")
        .header("Content-Type", "application/json")
        .body(body)
        .put("/clock");
  }

  private static RequestSpecification as(String role, String organisation) {
    return given().auth().oauth2(Tokens.of(role, organisation, "p-1"));
  }

  static void problem(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", equalTo("https://baton.example/problems/" + code));
  }
}
