package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.supervisor;
import static baton.allocation.feed.FeedOf.kind;
import static baton.allocation.feed.FeedOf.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a force's system says to have, and what it asks for when it comes late. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class ReceiptAndCatchUpTest {
  private static final OrganisationCode HAMPSHIRE = OrganisationCode.of("44");
  private static final OrganisationCode THAMES_VALLEY = OrganisationCode.of("43");
  private static final FeedOf HAMPSHIRES = new FeedOf("44");
  private static final FeedOf THAMES_VALLEYS = new FeedOf("43");

  @Inject AllocationWorld world;

  @Test
  void a_receipt_is_recorded_shown_with_the_case_and_accepts_nothing() {
    ReferralId id = world.received();
    world.disseminated(id, HAMPSHIRE);
    JsonNode told = HAMPSHIRES.told(id, "disseminated");
    of(id).body("disseminations[0].receivedBySystemAt", nullValue());
    receipt(position(told))
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.disseminations-received.v1"))
        .body("receivedUpTo", equalTo((int) position(told)));
    of(id)
        .body("disseminations[0].receivedBySystemAt", notNullValue())
        .body("disseminations[0].state", equalTo("OPEN"))
        .body("state", equalTo("DISSEMINATED"));
    // Nothing that it says starts, meets or moves a clock.
    assertThat(HAMPSHIRES.of(id)).hasSize(1);
    receipt(position(told)).then().statusCode(200).body("recorded", empty());
    receipt(1).then().body("receivedUpTo", equalTo((int) position(told)));
  }

  @Test
  void nobody_has_received_what_was_not_told_and_no_person_is_a_system() {
    receipt(HAMPSHIRES.last() + 1)
        .then()
        .statusCode(422)
        .body("type", containsString("not-in-feed"));
    receipt(0).then().statusCode(422);
    HAMPSHIRES.system().body("{}").post("/disseminations/receipts").then().statusCode(422);
    HAMPSHIRES
        .system()
        .body("{\"upTo\":\"x\"}")
        .post("/disseminations/receipts")
        .then()
        .statusCode(422);
    supervisor("44").body("{\"upTo\":1}").post("/disseminations/receipts").then().statusCode(403);
  }

  @Test
  void who_comes_late_gets_everything_that_is_open_once_however_often_it_asks() throws Exception {
    world.staffed("43", "thames-polit", "p-sue", "p-ola");
    ReferralId held = world.received();
    supervisor("43")
        .body(Map.of("person", "p-sue"))
        .post(
            "/cases/"
                + held
                + "/disseminations/"
                + world.disseminated(held, THAMES_VALLEY)
                + "/acceptance");
    ReferralId offered = world.received();
    world.disseminated(offered, THAMES_VALLEY);
    ReferralId gone = world.received();
    int number = world.disseminated(gone, THAMES_VALLEY);
    allocator("nca")
        .body("{}")
        .post("/cases/" + gone + "/disseminations/" + number + "/withdrawal");
    THAMES_VALLEYS.told(held, "deadline-changed");
    THAMES_VALLEYS.told(offered, "disseminated");
    THAMES_VALLEYS.told(gone, "withdrawn");
    long before = THAMES_VALLEYS.last();

    var arrived = new ArrayList<ReferralId>();
    List<Response> answers = askWhileNewOnesArrive(arrived);
    for (ReferralId id : arrived) THAMES_VALLEYS.told(id, "disseminated");
    catchUp().then().body("added", equalTo(0)).body("after", equalTo((int) before));

    List<JsonNode> all = THAMES_VALLEYS.after(0);
    assertThat(all.stream().map(FeedOf::position))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());

    long after = answers.getFirst().jsonPath().getLong("after");
    List<String> whole =
        THAMES_VALLEYS.after(after).stream()
            .filter(e -> Set.of("still-open", "disseminated").contains(kind(e)))
            .map(e -> e.path("subject").asText())
            .toList();
    assertThat(whole).doesNotHaveDuplicates();
    assertThat(whole)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(held, offered), arrived.stream())
                .map(ReferralId::toString)
                .collect(Collectors.toSet()));
    JsonNode told = THAMES_VALLEYS.told(held, "still-open").path("data");
    assertThat(told.path("state").asText()).isEqualTo("HELD");
    assertThat(told.path("from").asText()).isEqualTo("nca");
    assertThat(told.at("/package/referral/narrative").asText()).isEqualTo("first words");
    assertThat(told.path("deadlines")).isNotEmpty();
    assertThat(THAMES_VALLEYS.told(offered, "still-open").at("/data/state").asText())
        .isEqualTo("OFFERED");
  }

  @Test
  void what_the_sender_said_since_is_what_a_late_one_is_given() {
    var feed = new FeedOf("61");
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of("61"));
    feed.told(id, "disseminated");
    world.amended(id, false, true);
    JsonNode updated = feed.told(id, "updated").at("/data/package");
    feed.system().post("/disseminations/catch-up").then().statusCode(200).body("added", equalTo(1));
    assertThat(feed.told(id, "still-open").at("/data/package")).isEqualTo(updated);
  }

  /** What stood on a topic for its ninety days, say, and stands there no longer. */
  @Test
  void who_has_nothing_of_before_a_place_is_told_what_is_open_behind_it_once() throws Exception {
    var feed = new FeedOf("05");
    ReferralId open = world.received();
    world.disseminated(open, OrganisationCode.of("05"));
    feed.told(open, "disseminated");
    since(feed, 0).then().statusCode(200).body("added", equalTo(0));
    feed.system().body("{}").post("/disseminations/catch-up").then().statusCode(200);
    long first = feed.last();
    assertThat(feed.of(open, "still-open")).hasSize(1);

    var start = new CyclicBarrier(3);
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<Integer> ask =
          () -> {
            start.await();
            return since(feed, first).then().statusCode(200).extract().path("added");
          };
      int added = 0;
      for (var each : threads.invokeAll(List.of(ask, ask, ask))) added += each.get();
      assertThat(added).isEqualTo(1);
    }
    since(feed, first)
        .then()
        .body("added", equalTo(0))
        .body("after", equalTo((int) first))
        .body("upTo", equalTo((int) feed.last()));
    long second = feed.last();
    since(feed, second).then().body("added", equalTo(1));
    List<JsonNode> told = feed.of(open, "still-open");
    assertThat(told).hasSize(3);
    assertThat(told.stream().map(each -> each.path("id").asText())).doesNotHaveDuplicates();
    assertThat(told.getLast().at("/data/package/referral/narrative").asText())
        .isEqualTo("first words");
    feed.system().body("{}").post("/disseminations/catch-up").then().body("added", equalTo(0));
    since(feed, feed.last() + 1).then().statusCode(409);
    since(feed, -1).then().statusCode(422);
  }

  private static Response since(FeedOf feed, long place) {
    return feed.system().body(Map.of("since", place)).post("/disseminations/catch-up");
  }

  @Test
  void receipts_that_are_sent_at_once_follow_each_other() throws Exception {
    var feed = new FeedOf("60");
    for (int i = 0; i < 3; i++) {
      ReferralId id = world.received();
      world.disseminated(id, OrganisationCode.of("60"));
      feed.told(id, "disseminated");
    }
    long last = feed.last();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<Future<Response>>();
      for (long upTo = 1; upTo <= last; upTo++) {
        String body = "{\"upTo\":" + upTo + "}";
        answers.add(
            threads.submit(() -> feed.system().body(body).post("/disseminations/receipts")));
      }
      for (var answer : answers) answer.get().then().statusCode(200);
    }
    feed.system()
        .body("{\"upTo\":1}")
        .post("/disseminations/receipts")
        .then()
        .body("receivedUpTo", equalTo((int) last))
        .body("recorded", empty());
  }

  @Test
  void a_joint_unit_reads_and_answers_for_the_forces_that_it_acts_for_and_for_no_other() {
    ReferralId id = world.received();
    world.disseminated(id, HAMPSHIRE);
    long position = position(HAMPSHIRES.told(id, "disseminated"));
    var unit = new FeedOf("solent-unit");
    unit.system().get("/disseminations?force=44").then().statusCode(404);
    as("administrator", "baton", "p-admin")
        .body(Map.of("forces", List.of("44")))
        .put("/joint-units/solent-unit")
        .then()
        .statusCode(200);
    unit.system()
        .get("/disseminations?force=44&after=" + (position - 1) + "&limit=1")
        .then()
        .statusCode(200)
        .body("items[0].subject", equalTo(id.toString()));
    unit.system()
        .body(Map.of("upTo", position))
        .post("/disseminations/receipts?force=44")
        .then()
        .statusCode(200);
    unit.system().get("/disseminations?force=43").then().statusCode(404);
    unit.system().get("/disseminations").then().statusCode(200).body("items", empty());
  }

  private List<Response> askWhileNewOnesArrive(List<ReferralId> arrived) throws Exception {
    List<ReferralId> coming = new ArrayList<>();
    for (int i = 0; i < 6; i++) coming.add(world.received());
    var start = new CyclicBarrier(4);
    Callable<Response> ask =
        () -> {
          start.await();
          return catchUp();
        };
    Callable<Response> disseminate =
        () -> {
          start.await();
          Response last = null;
          for (ReferralId id : coming) {
            last = world.disseminate(id, THAMES_VALLEY);
            arrived.add(id);
          }
          return last;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<Response>();
      for (var each : threads.invokeAll(List.of(ask, ask, ask, disseminate)))
        answers.add(each.get());
      for (Response answer : answers) assertThat(answer.statusCode()).isIn(200, 201);
      return answers;
    }
  }

  private static Response catchUp() {
    return THAMES_VALLEYS.system().body("{}").post("/disseminations/catch-up");
  }

  private static Response receipt(long upTo) {
    return HAMPSHIRES.system().body(Map.of("upTo", upTo)).post("/disseminations/receipts");
  }

  private static ValidatableResponse of(ReferralId id) {
    return supervisor("44").get("/cases/" + id).then().statusCode(200);
  }
}
