package baton.allocation.feed;

import static baton.allocation.feed.FeedOf.position;
import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.platform.testing.Receipts;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event stream, on real connections. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(FeedOverHttpTest.Impatient.class)
class FeedOverHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OrganisationCode DEVON = OrganisationCode.of("50");
  private static final FeedOf DEVONS = new FeedOf("50");

  /** Nobody wants to wait for a minute to see who is cut. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("baton.feed.heartbeat", "1s", "baton.feed.blocked-max", "2s");
    }
  }

  @Inject AllocationWorld world;
  @TestHTTPResource URI service;

  @BeforeEach
  void something_was_told() {
    if (DEVONS.last() >= 5) return;
    for (int i = 0; i < 5; i++) {
      ReferralId id = world.received();
      world.disseminated(id, DEVON);
      DEVONS.told(id, "disseminated");
    }
  }

  @Test
  void from_every_place_it_resumes_without_loss_and_without_repeat() throws Exception {
    List<JsonNode> all = DEVONS.after(0);
    long last = position(all.getLast());
    for (int place = 0; place < last; place++) {
      try (var stream = new Subscription(service, Integer.toString(place))) {
        List<Event> events = stream.until(event -> event.id() == last);
        assertThat(events.stream().map(Event::document).toList())
            .isEqualTo(all.subList(place, all.size()));
      }
    }
  }

  @Test
  void what_happens_is_sent_as_it_happens_with_its_type_and_its_place() throws Exception {
    long last = DEVONS.last();
    try (var stream = new Subscription(service, Long.toString(last))) {
      stream.comment("after " + last);
      ReferralId id = world.received();
      world.disseminated(id, DEVON);
      Event event = stream.until(e -> true).getFirst();
      assertThat(event.id()).isEqualTo(last + 1);
      assertThat(event.type()).isEqualTo("baton.feed.disseminated.v1");
      assertThat(event.document().path("subject").asText()).isEqualTo(id.toString());
      assertThat(event.document().at("/data/package/note").asText()).isEqualTo("a note");
    }
  }

  @Test
  void where_nothing_happens_there_are_heartbeats() throws Exception {
    try (var stream = new Subscription(service, Long.toString(DEVONS.last()))) {
      stream.comment("heartbeat");
      stream.comment("heartbeat");
    }
  }

  @Test
  void a_place_that_is_none_or_that_the_feed_does_not_reach_is_told() throws Exception {
    assertThat(Subscription.status(service, "x")).isEqualTo(422);
    assertThat(Subscription.status(service, "-1")).isEqualTo(422);
    assertThat(Subscription.status(service, Long.toString(DEVONS.last() + 1))).isEqualTo(409);
  }

  @Test
  void the_stream_is_for_those_who_may_read_the_page() {
    for (String who : new String[] {"officer 50", "auditor hmicfrs", "agency toronto-police"}) {
      String[] words = who.split(" ");
      assertThat(stream(words[0], words[1], "")).as(who).isEqualTo(403);
    }
    for (String who : new String[] {"force-system 46", "allocator 46", "supervisor nca"}) {
      String[] words = who.split(" ");
      assertThat(stream(words[0], words[1], "?force=50")).as(who).isEqualTo(404);
    }
    given().accept("text/event-stream").get("/disseminations").then().statusCode(401);
  }

  private static int stream(String role, String organisation, String query) {
    String person = role.equals("agency") || role.equals("force-system") ? null : "p-ola";
    return given()
        .auth()
        .oauth2(Tokens.of(role, organisation, person))
        .accept("text/event-stream")
        .get("/disseminations" + query)
        .statusCode();
  }

  @Test
  void who_takes_nothing_holds_up_nobody_and_is_cut() throws Exception {
    long before = DEVONS.last();
    String longWords = "x".repeat(300_000);
    for (int i = 0; i < 40; i++) {
      ReferralId id = world.received(Receipts.details(longWords));
      world.disseminated(id, DEVON);
    }
    await().atMost(60, SECONDS).until(() -> lastOf(before) == before + 40);
    try (var slow = new Socket()) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(new InetSocketAddress(service.getHost(), service.getPort()));
      slow.getOutputStream().write(request(before).getBytes(UTF_8));
      slow.getOutputStream().flush();
      try (var quick = new Subscription(service, Long.toString(before))) {
        assertThat(quick.until(event -> event.id() == before + 40)).hasSize(40);
      }
      await().until(() -> metric("baton_feed_streams_cut_total") == 1);
      await().until(() -> metric("baton_feed_streams") == 0);
      // What it has not taken until then it asks for again, from its place.
      slow.setSoTimeout(20_000);
      int taken = slow.getInputStream().readAllBytes().length;
      assertThat(taken).isLessThan(40 * 300_000);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static long lastOf(long before) {
    long place = before;
    String next = Long.toString(before);
    while (next != null) {
      var page = DEVONS.page(Long.parseLong(next), 5).jsonPath();
      List<Integer> places = page.getList("items.feedposition");
      if (!places.isEmpty()) place = places.getLast();
      next = page.getString("next");
    }
    return place;
  }

  private static double metric(String name) {
    String metrics =
        AllocationWorld.as("auditor", "hmicfrs", "p-1").get("/q/metrics").body().asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private String request(long after) {
    return "GET /disseminations HTTP/1.1\r\nHost: "
        + service.getAuthority()
        + "\r\nAccept: text/event-stream\r\nLast-Event-ID: "
        + after
        + "\r\nAuthorization: Bearer "
        + Tokens.of("force-system", "50", null)
        + "\r\n\r\n";
  }

  record Event(long id, String type, JsonNode document) {}

  /** One connection, read line by line. */
  private static final class Subscription implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;

    Subscription(URI service, String lastEventId) throws Exception {
      var answer =
          client.send(request(service, lastEventId), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
      lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    static int status(URI service, String lastEventId) throws Exception {
      try (var client = HttpClient.newHttpClient()) {
        return client
            .send(request(service, lastEventId), HttpResponse.BodyHandlers.ofString())
            .statusCode();
      }
    }

    private static HttpRequest request(URI service, String lastEventId) {
      return HttpRequest.newBuilder(service.resolve("/disseminations"))
          .header("Accept", "text/event-stream")
          .header("Authorization", "Bearer " + Tokens.of("force-system", "50", null))
          .header("Last-Event-ID", lastEventId)
          .build();
    }

    /** Events up to the first that it is. */
    List<Event> until(Predicate<Event> wanted) throws IOException {
      var events = new ArrayList<Event>();
      do events.add(next());
      while (!wanted.test(events.getLast()));
      return events;
    }

    void comment(String text) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        if (line.startsWith(":") && line.substring(1).strip().equals(text)) return;
      throw new IOException("the stream ended");
    }

    private Event next() throws IOException {
      String id = null;
      String type = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) id = line.substring(3).strip();
        if (line.startsWith("event:")) type = line.substring(6).strip();
        if (line.startsWith("data:")) data = line.substring(5).strip();
        if (line.isEmpty() && data != null)
          return new Event(Long.parseLong(id), type, JSON.readTree(data));
      }
      throw new IOException("the stream ended");
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
