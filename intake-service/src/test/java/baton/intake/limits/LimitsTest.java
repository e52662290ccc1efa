package baton.intake.limits;

import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.intake.limits.RawHttp.chunk;
import static baton.intake.limits.RawHttp.head;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import baton.intake.Agency;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a sender meets that asks too much, over real connections. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(SmallLimits.class)
class LimitsTest {
  private static final Agency BUSY = new Agency("busy-agency");
  private static final Agency PACED = new Agency("paced-agency");
  private static final Agency OTHER = new Agency("other-agency");
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String JSON = "Content-Type: application/json";
  private static final String NDJSON = "Content-Type: application/x-ndjson";

  @TestHTTPResource("/")
  URI server;

  @Test
  void an_agency_over_its_quota_is_told_when_to_go_on_and_no_other_is() {
    var refused = await().until(LimitsTest::refusedOfManyAtOnce, Optional::isPresent).orElseThrow();
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.<String>path("type")).endsWith("/quota-exceeded");
    assertThat(refused.<String>path("detail")).contains("busy-agency").contains("2 calls");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    OTHER.asks("/referrals?limit=1").statusCode(200);
    await().until(() -> BUSY.asks("/referrals?limit=1").extract().statusCode() == 200);
  }

  @Test
  void a_batch_over_the_quota_is_taken_slowly_and_whole() {
    var lines = new StringBuilder();
    String reference = newReference();
    for (int n = 0; n < 1_100; n++) lines.append(referral(reference + "-" + n, "")).append('\n');
    long started = System.nanoTime();
    PACED.sendsBatch(lines.toString()).statusCode(201).body("created", equalTo(1_100));
    assertThat(System.nanoTime() - started)
        .as("600 lines at 400 a second")
        .isGreaterThan(1_000_000_000L);
  }

  @Test
  void what_there_is_no_room_for_is_told_to_come_again_and_health_answers_all_the_while()
      throws IOException {
    var waiting = new ArrayList<RawHttp>();
    try {
      for (int n = 0; n < 6; n++)
        waiting.add(
            new RawHttp(server)
                .send(head("POST /referrals", OTHER.code(), JSON, "Content-Length: 100")));
      await()
          .untilAsserted(
              () ->
                  OTHER
                      .asks("/referrals?limit=1")
                      .statusCode(503)
                      .header("Retry-After", "2")
                      .contentType("application/problem+json")
                      .body("type", containsString("busy")));
      Agency.TORONTO.request().get("/q/health/live").then().statusCode(200);
    } finally {
      for (RawHttp each : waiting) each.close();
    }
    await().untilAsserted(() -> OTHER.asks("/referrals?limit=1").statusCode(200));
  }

  @Test
  void a_body_that_trickles_is_given_up() throws IOException {
    try (var slow = new RawHttp(server)) {
      slow.send(head("POST /referrals", OTHER.code(), JSON, CHUNKED));
      try (var _ = slow.trickles(() -> chunk(" "), Duration.ofMillis(100))) {
        assertThat(slow.answer()).startsWith("HTTP/1.1 408").contains("body-too-slow");
      }
    }
  }

  @Test
  void a_body_that_stops_is_given_up() throws IOException {
    try (var slow = new RawHttp(server)) {
      slow.send(head("POST /referrals", OTHER.code(), JSON, "Content-Length: 100")).send("{");
      assertThat(slow.isClosedByServer()).isTrue();
    }
  }

  @Test
  void headers_that_stop_are_given_up() throws IOException {
    try (var slow = new RawHttp(server)) {
      slow.send("GET /referrals HTTP/1.1\r\nHost: localhost\r\nX-Slow:");
      assertThat(slow.isClosedByServer()).isTrue();
    }
  }

  @Test
  void a_batch_that_makes_progress_is_not_cut() throws IOException {
    try (var upload = new RawHttp(server)) {
      upload.send(head("POST /batches", OTHER.code(), NDJSON, CHUNKED));
      String reference = newReference();
      var sent = new AtomicInteger();
      try (var _ =
          upload.trickles(
              () -> chunk(referral(reference + "-" + sent.incrementAndGet(), "") + "\n"),
              Duration.ofMillis(400))) {
        await("longer than any time-out").until(() -> sent.get() > 20);
      }
      upload.send("0\r\n\r\n");
      assertThat(upload.answer()).startsWith("HTTP/1.1 201").contains("\"created\":" + sent.get());
    }
  }

  @Test
  void more_batches_at_once_than_there_is_room_for_are_told_to_wait() throws IOException {
    try (var one = new RawHttp(server);
        var two = new RawHttp(server);
        var three = new RawHttp(server)) {
      for (var each : new RawHttp[] {one, two})
        each.send(head("POST /batches", OTHER.code(), NDJSON, CHUNKED));
      await().untilAsserted(() -> OTHER.sendsBatch("").statusCode(429).header("Retry-After", "10"));
      three.send(head("POST /batches", PACED.code(), NDJSON, CHUNKED));
      await()
          .untilAsserted(
              () -> Agency.OSLO.sendsBatch("").statusCode(503).header("Retry-After", "10"));
    }
    await().untilAsserted(() -> OTHER.sendsBatch("").statusCode(201));
  }

  @Test
  void long_paths_and_many_headers_are_refused_with_a_problem() throws IOException {
    var many = new String[150];
    Arrays.setAll(many, n -> "X-" + n + ": 1");
    assertAnswer(head("GET /referrals", OTHER.code(), many), "431", "headers-too-large");
    assertAnswer(
        head("GET /referrals", OTHER.code(), "X: " + "y".repeat(20_000)),
        "431",
        "headers-too-large");
    assertAnswer(
        head("GET /referrals?reference=" + "y".repeat(5_000), OTHER.code()), "414", "uri-too-long");
  }

  @Test
  void beyond_that_the_server_itself_refuses_without_reading_on() throws IOException {
    assertAnswer(head("GET /referrals", OTHER.code(), "X: " + "y".repeat(100_000)), "431", "");
    assertAnswer(head("GET /referrals?reference=" + "y".repeat(50_000), OTHER.code()), "414", "");
    assertAnswer(head("GET /referrals?limit=%zz", OTHER.code()), "400", "");
  }

  @Test
  void what_is_refused_unread_does_not_keep_its_sender_waiting() throws IOException {
    try (var connection = new RawHttp(server)) {
      connection.send(
          "POST /referrals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
      connection.send(" ".repeat(2_000_000));
      assertThat(connection.answer()).startsWith("HTTP/1.1 401");
      connection.send(head("GET /referrals?limit=x", OTHER.code()));
      assertThat(connection.answer()).startsWith("HTTP/1.1 422").contains("problem+json");
    }
  }

  @Test
  void more_connections_than_allowed_are_closed_and_room_comes_back() throws IOException {
    try (var slow = new SlowHeaders(server, 40)) {
      await("there is no room for them").until(() -> slow.closedOfTheLast(10) == 10);
      await("headers that trickle are given up, and others find room")
          .ignoreExceptions()
          .untilAsserted(() -> OTHER.asks("/referrals?limit=1").statusCode(200));
      await().until(() -> slow.closedOfTheLast(40) == 40);
    }
  }

  @Test
  void headers_that_trickle_take_no_place_of_requests() throws IOException {
    try (var _ = new SlowHeaders(server, 2 * SmallLimits.AT_ONCE)) {
      await()
          .ignoreExceptions()
          .untilAsserted(() -> OTHER.asks("/referrals?limit=1").statusCode(200));
      OTHER.sends(referral(newReference(), "")).statusCode(201);
    }
  }

  @Test
  void json_that_nests_or_counts_beyond_reason_is_refused() {
    String values = "1,".repeat(100_000);
    OTHER.sends("{\"reference\":\"X\",\"type\":\"OTHER\",\"a\":[" + values + "1]}").statusCode(400);
    String deep = "[".repeat(100) + "]".repeat(100);
    OTHER.sends("{\"reference\":\"X\",\"type\":\"OTHER\",\"a\":" + deep + "}").statusCode(400);
  }

  /** At once, since a slow machine makes no more than two calls a second one after the other. */
  private static Optional<ExtractableResponse<Response>> refusedOfManyAtOnce() throws Exception {
    Callable<ExtractableResponse<Response>> call = () -> BUSY.asks("/referrals?limit=1").extract();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(Collections.nCopies(2 * SmallLimits.AT_ONCE, call)).stream()
          .map(Future::resultNow)
          .filter(answer -> answer.statusCode() == 429)
          .findAny();
    }
  }

  private void assertAnswer(String request, String status, String code) throws IOException {
    try (var connection = new RawHttp(server)) {
      String answer = connection.send(request).answer();
      assertThat(answer).startsWith("HTTP/1.").contains(" " + status + " ").contains(code);
    }
  }
}
