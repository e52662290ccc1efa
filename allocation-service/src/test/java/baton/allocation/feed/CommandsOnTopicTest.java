package baton.allocation.feed;

import static baton.allocation.AllocationWorld.supervisor;
import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.FeedTopic;
import baton.platform.BatonConfig;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What forces' systems send on their commands topics; 37 has cases, 38 has none, 54 has one. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class CommandsOnTopicTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";
  private static final FeedOf FEED = new FeedOf("37");

  @Inject AllocationWorld world;
  @Inject BatonConfig config;

  @BeforeEach
  void staffed() {
    world.staffed("37", "polit-37", "p-sue", "p-ola");
    commands("37");
  }

  @Test
  void a_case_goes_its_way_by_commands_and_each_is_answered_on_the_feed() {
    ReferralId id = offered();
    JsonNode accepted =
        send("accept-dissemination", id, "p-sue", Map.of("number", 1, "person", "p-sue"));
    assertThat(accepted.at("/data/recorded/0").asText())
        .isEqualTo("baton.dissemination-accepted.v1");
    assertThat(accepted.path("subject").asText()).isEqualTo(id.toString());
    assertThat(accepted.has("causationid")).isFalse();
    JsonNode allocated = send("allocate", id, "p-sue", Map.of("person", "p-ola"));
    assertThat(allocated.at("/data/number").asInt()).isEqualTo(1);
    send("accept-allocation", id, "p-ola", Map.of("number", 1));
    supervisor("37").get("/cases/" + id).then().body("person", equalTo("p-ola"));
    JsonNode acted =
        send(
            "record-action",
            id,
            "p-ola",
            Map.of("kind", "ARREST", "happenedAt", "2026-01-01T00:00:00Z"));
    assertThat(acted.at("/data/recorded/0").asText()).isEqualTo("baton.action-recorded.v1");
  }

  @Test
  void the_same_again_is_done_once_and_another_command_under_its_id_is_refused() {
    ReferralId id = held();
    ObjectNode act =
        event(
            "record-action",
            id,
            "p-sue",
            Map.of("kind", "ENQUIRY", "happenedAt", "2026-01-01T00:00:00Z"));
    JsonNode first = sent(act);
    commands("37").send(bytes(act), Map.of("content-type", STRUCTURED));
    await().atMost(60, SECONDS).until(() -> answers(act).size() == 2);
    JsonNode again = answers(act).getLast();
    assertThat(again.at("/data/recorded")).isEqualTo(first.at("/data/recorded"));
    assertThat(again.at("/data/recordedTime")).isEqualTo(first.at("/data/recordedTime"));
    assertThat(again.path("id")).isNotEqualTo(first.path("id"));
    ((ObjectNode) act.path("data")).put("kind", "ARREST");
    commands("37").send(bytes(act), Map.of("content-type", STRUCTURED));
    await().atMost(60, SECONDS).until(() -> answers(act).size() == 3);
    assertThat(answers(act).getLast().at("/data/problem/type").asText())
        .endsWith("idempotency-key-reused");
    supervisor("37").get("/cases/" + id).then().body("actions.kind", equalTo(List.of("ENQUIRY")));
  }

  @Test
  void in_binary_mode_the_headers_are_the_attributes() {
    ReferralId id = held();
    String command = "b-" + UUID.randomUUID();
    commands("37")
        .send(
            "{\"system\":\"NICHE\",\"reference\":\"%s\"}".formatted(command).getBytes(UTF_8),
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", command,
                "ce_source", "/niche",
                "ce_type", "baton.command.record-local-reference.v1",
                "ce_subject", id.toString(),
                "ce_onbehalfof", "p-sue",
                "content-type", "application/json"));
    assertThat(answer(command).at("/data/recorded/0").asText())
        .isEqualTo("baton.local-reference-recorded.v1");
    // From then on it is found by it.
    ObjectNode act =
        event(
            "record-action",
            null,
            "p-sue",
            Map.of(
                "system", "NICHE",
                "localReference", command,
                "kind", "ENQUIRY",
                "happenedAt", "2026-01-01T00:00:00Z"));
    assertThat(sent(act).path("subject").asText()).isEqualTo(id.toString());
  }

  @Test
  void what_cannot_be_done_is_answered_and_what_stands_behind_it_is_done() {
    ReferralId id = held();
    long before = FEED.last();
    TopicOf topic = commands("37");
    topic.send("no json".getBytes(UTF_8), Map.of("content-type", STRUCTURED));
    topic.send(null, Map.of());
    topic.send("[1]".getBytes(UTF_8), Map.of());
    topic.send(
        new byte[config.http().bodyMax() + 1], Map.of("ce_specversion", "1.0", "ce_id", "big"));
    ObjectNode none = JSON.createObjectNode().put("hello", "world");
    topic.send(bytes(none), Map.of("content-type", STRUCTURED));
    ObjectNode unknown = event("frobnicate", id, "p-sue", Map.of());
    topic.send(bytes(unknown), Map.of("content-type", STRUCTURED));
    ObjectNode nobody = event("accept-allocation", id, null, Map.of("number", 1));
    topic.send(bytes(nobody), Map.of("content-type", STRUCTURED));
    ObjectNode wrong = event("record-action", id, "p-sue", Map.of("kind", "DANCING"));
    topic.send(bytes(wrong), Map.of("content-type", STRUCTURED));
    sent(
        event(
            "record-action",
            id,
            "p-sue",
            Map.of("kind", "ENQUIRY", "happenedAt", "2026-01-01T00:00:00Z")));
    List<JsonNode> answers =
        FEED.after(before).stream().filter(e -> FeedOf.kind(e).equals("command-answered")).toList();
    assertThat(answers.stream().map(CommandsOnTopicTest::problem))
        .containsExactly(
            "malformed-json",
            "malformed-json",
            "malformed-json",
            "too-large",
            "invalid-request",
            "unknown-command",
            "missing",
            "invalid-request",
            "");
    assertThat(answers.getFirst().has("subject")).isFalse();
    assertThat(answers.get(3).at("/data/command").asText()).isEqualTo("big");
    assertThat(answers.get(6).at("/data/problem/violations/0/pointer").asText())
        .isEqualTo("/onbehalfof");
    assertThat(answers.get(7).at("/data/problem/violations/0/pointer").asText())
        .isEqualTo("/data/kind");
    assertThat(answers.stream().map(e -> e.at("/data/offset").asLong()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void the_force_is_the_topics_whatever_the_event_claims() {
    ReferralId id = held();
    world.staffed("38", "polit-38", "p-sue", "p-eve");
    TopicOf topic = commands("38");
    ObjectNode foreign =
        event(
            "record-action",
            id,
            "p-sue",
            Map.of(
                "kind", "ARREST",
                "happenedAt", "2026-01-01T00:00:00Z",
                "organisation", "37",
                "force", "37"));
    foreign.put("source", "/37").put("organisation", "37");
    topic.send(bytes(foreign), Map.of("content-type", STRUCTURED));
    var feed = new FeedOf("38");
    await().atMost(60, SECONDS).until(() -> feed.last() > 0);
    JsonNode answer = feed.after(0).getLast();
    assertThat(answer.at("/data/problem/status").asInt()).isEqualTo(404);
    assertThat(answer.at("/data/command").asText()).isEqualTo(foreign.path("id").asText());
    supervisor("37").get("/cases/" + id).then().body("actions.size()", equalTo(0));
  }

  @Test
  void a_receipt_may_be_sent_so_too_and_names_nobody() {
    offered();
    long last = FEED.last();
    JsonNode answer = sent(event("receive-disseminations", null, null, Map.of("upTo", last)));
    assertThat(answer.at("/data/recorded/0").asText())
        .isEqualTo("baton.disseminations-received.v1");
    JsonNode beyond =
        sent(event("receive-disseminations", null, null, Map.of("upTo", last + 1000)));
    assertThat(problem(beyond)).isEqualTo("not-in-feed");
  }

  @Test
  void what_is_still_open_may_be_asked_for_so_too() {
    ReferralId id = offered();
    long since = FEED.last();
    JsonNode answer = sent(event("catch-up", null, null, Map.of("since", since)));
    assertThat(problem(answer)).isEmpty();
    assertThat(FEED.told(id, "still-open").path("feedposition").asLong())
        .isGreaterThan(since)
        .isLessThan(answer.path("feedposition").asLong());
    FeedMessage.require(answer);
    JsonNode beyond = sent(event("catch-up", null, null, Map.of("since", since + 100_000)));
    assertThat(problem(beyond)).isEqualTo("feed-does-not-reach");
    JsonNode none = sent(event("catch-up", null, null, Map.of("since", "yesterday")));
    assertThat(none.at("/data/problem/status").asInt()).isEqualTo(422);
  }

  @Test
  void conditions_may_be_acknowledged_so_too() {
    ReferralId id = offered();
    JsonNode answer =
        send("acknowledge-handling", id, "p-sue", Map.of("conditionsId", UUID.randomUUID()));
    assertThat(problem(answer)).isEqualTo("no-conditions");
  }

  @Test
  void a_receipt_of_answers_is_not_answered_so_that_receipts_do_not_feed_themselves() {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of("54"));
    var feed = new FeedOf("54");
    feed.told(id, "disseminated");
    long last = feed.last();
    ObjectNode receipt = event("receive-disseminations", null, null, Map.of("upTo", last));
    ObjectNode ofItsAnswer = event("receive-disseminations", null, null, Map.of("upTo", last + 1));
    ObjectNode behind = event("frobnicate", id, "p-sue", Map.of());
    TopicOf topic = commands("54");
    for (ObjectNode each : List.of(receipt, ofItsAnswer, behind))
      topic.send(bytes(each), Map.of("content-type", STRUCTURED));
    await()
        .atMost(60, SECONDS)
        .untilAsserted(
            () ->
                assertThat(feed.after(last).stream().map(e -> e.at("/data/command").asText()))
                    .containsExactly(receipt.path("id").asText(), behind.path("id").asText()));
    assertThat(feed.after(last).getFirst().at("/data/recorded/0").asText())
        .isEqualTo("baton.disseminations-received.v1");
  }

  private ReferralId offered() {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of("37"));
    FEED.told(id, "disseminated");
    return id;
  }

  private ReferralId held() {
    ReferralId id = offered();
    supervisor("37")
        .body(Map.of("person", "p-sue"))
        .post("/cases/" + id + "/disseminations/1/acceptance")
        .then()
        .statusCode(200);
    return id;
  }

  private JsonNode send(String name, ReferralId id, String person, Map<String, ?> data) {
    return sent(event(name, id, person, data));
  }

  /** Sends it and waits for its first answer. */
  private JsonNode sent(ObjectNode event) {
    commands("37").send(bytes(event), Map.of("content-type", STRUCTURED));
    return answer(event.path("id").asText());
  }

  private JsonNode answer(String command) {
    await().atMost(60, SECONDS).until(() -> !answers(command).isEmpty());
    return answers(command).getFirst();
  }

  private List<JsonNode> answers(ObjectNode event) {
    return answers(event.path("id").asText());
  }

  private static List<JsonNode> answers(String command) {
    return FEED.after(0).stream()
        .filter(each -> each.at("/data/command").asText().equals(command))
        .toList();
  }

  private static ObjectNode event(String name, ReferralId id, String person, Map<String, ?> data) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", "c-" + UUID.randomUUID())
            .put("source", "/niche")
            .put("type", "baton.command." + name + ".v1");
    if (id != null) event.put("subject", id.toString());
    if (person != null) event.put("onbehalfof", person);
    return event.set("data", JSON.valueToTree(data));
  }

  private static String problem(JsonNode answer) {
    String type = answer.at("/data/problem/type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private TopicOf commands(String force) {
    return new TopicOf(config.kafka(), FeedTopic.COMMANDS, force).made();
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(UTF_8);
  }
}
