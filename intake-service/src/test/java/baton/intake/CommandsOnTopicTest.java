package baton.intake;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.intake.IntakeWorld.as;
import static baton.platform.testing.CommandTopic.command;
import static baton.platform.testing.CommandTopic.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.commands.CommandDesk.Sent;
import baton.platform.commands.CommandIntake;
import baton.platform.commands.ForceCommands;
import baton.platform.testing.CommandTopic;
import baton.platform.testing.ForceRoutes;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What forces tell senders and bring in, on their commands topics; 33 has cases, 34 has none. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class CommandsOnTopicTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("33");
  private static final List<String> ORIGINATED =
      List.of("baton.referral-received.v1", "baton.referral-originated.v1");

  @Inject IntakeWorld world;
  @Inject BatonConfig config;
  @Inject Transactions transactions;
  @Inject CommandIntake intake;
  @Inject ForceCommands taken;

  @BeforeEach
  void staffed() {
    world.staff("33", "p-gil", "p-ida");
  }

  @Test
  void the_force_that_has_it_tells_the_sender_and_no_other_does() {
    String id = accepted();
    CommandTopic topic = topic("33");
    ObjectNode told = report(id, "p-gil", "a warrant is sought");
    topic.send(told);
    topic.send(told);
    List<JsonNode> answers = topic.answers(told, 2);
    assertThat(answers.getFirst().at("/recorded/0").asText())
        .isEqualTo("baton.progress-reported.v1");
    assertThat(answers.getLast().path("recordedTime"))
        .isEqualTo(answers.getFirst().path("recordedTime"));
    assertThat(answers.toString()).doesNotContain("warrant");
    TORONTO.asks("/referrals/" + id).body("progress.reports.text", contains("a warrant is sought"));

    world.staff("34", "p-eve");
    JsonNode foreign = topic("34").sent(report(id, "p-eve", "ours"));
    assertThat(foreign.at("/problem/status").asInt()).isEqualTo(404);
    JsonNode wordless =
        topic.sent(command("report-progress", ReferralId.of(id), "p-gil", Map.of()));
    assertThat(wordless.at("/problem/violations/0/pointer").asText()).isEqualTo("/data/text");
    TORONTO.asks("/referrals/" + id).body("progress.reports.text", contains("a warrant is sought"));
  }

  @Test
  void a_force_brings_in_what_it_found_and_has_it() {
    CommandTopic topic = topic("33");
    String reference = newReference();
    ObjectNode own = own(reference, "p-gil");
    ((ObjectNode) own.path("data")).put("narrative", "SYNTHETIC words").put("unheardOf", 1);
    JsonNode answer = topic.sent(own);
    assertThat(problem(answer)).isEmpty();
    assertThat(answer.path("recorded").valueStream().map(JsonNode::asText))
        .containsExactlyElementsOf(ORIGINATED);
    assertThat(answer.toString()).doesNotContain("SYNTHETIC words").doesNotContain("unheardOf");
    String id = answer.path("referral").asText();
    assertThat(world.recorded(id)).isEqualTo(ORIGINATED);
    as("officer", "33", "p-ida").get("/referrals/" + id).then().statusCode(200);
    as("officer", "34", "p-eve").get("/referrals/" + id).then().statusCode(404);

    topic.send(own);
    assertThat(topic.answers(own, 2).getLast().path("referral").asText()).isEqualTo(id);
    assertThat(world.recorded(id)).isEqualTo(ORIGINATED);
    JsonNode repeated = topic.sent(own.deepCopy().put("id", "again-" + reference));
    assertThat(repeated.at("/recorded/0").asText()).isEqualTo("baton.receipt-repeated.v1");
    assertThat(repeated.path("referral").asText()).isEqualTo(id);
  }

  @Test
  void what_is_brought_in_is_the_same_to_the_last_figure_as_over_rest() {
    String reference = newReference();
    String data =
        referral(reference, ",\"weighed\":1.10,\"counted\":1e2,\"referralId\":\"theirs\"");
    as("officer", "33", "p-gil").body(data).post("/referrals/own").then().statusCode(201);
    CommandTopic topic = topic("33");
    ObjectNode event = own(reference, "p-gil");
    topic.send(event.toString().replace(event.path("data").toString(), data));
    JsonNode answer = topic.answers(event, 1).getFirst();
    assertThat(answer.at("/recorded/0").asText()).isEqualTo("baton.receipt-repeated.v1");
  }

  @Test
  void what_the_path_refuses_is_refused_and_quotes_nothing() {
    CommandTopic topic = topic("33");
    ObjectNode wrong = own(newReference(), "p-gil");
    ObjectNode data = (ObjectNode) wrong.path("data");
    data.put("force", "O'Jane's own").put("type", "DANCING");
    data.putObject("custody").put("person", "p-ida").put("Jane Synthetic", 1);
    JsonNode answer = topic.sent(wrong);
    assertThat(answer.at("/problem/status").asInt()).isEqualTo(422);
    assertThat(answer.at("/problem/violations").valueStream().map(v -> v.path("pointer").asText()))
        .contains("/data/force", "/data/type", "/data/custody");
    assertThat(answer.toString()).doesNotContain("Jane");
    assertThat(answer.has("referral")).isFalse();
    JsonNode nobody = topic.sent(own(newReference(), null));
    assertThat(nobody.at("/problem/violations/0/pointer").asText()).isEqualTo("/onbehalfof");
    JsonNode stranger = topic.sent(own(newReference(), "p-stranger"));
    assertThat(problem(stranger)).isEqualTo("person-not-in-roster");
    ObjectNode twice = own(newReference(), "p-gil");
    topic.send(twice.toString().replace("\"type\":\"ENTICEMENT\"", "\"a\":1,\"a\":2"));
    ObjectNode much = own(newReference(), "p-gil");
    var many = ((ObjectNode) much.path("data")).putArray("files");
    for (int i = 0; i < 70_000; i++) many.add(1);
    assertThat(problem(topic.sent(much))).isEqualTo("malformed-json");
    // Whoever takes what no service can read answers it.
    assertThat(topic.answers(twice.path("id").asText())).isEmpty();
  }

  @Test
  void what_others_take_is_passed_over_and_a_lost_place_does_nothing() {
    String id = accepted();
    CommandTopic topic = topic("33");
    ObjectNode grade = command("grade", ReferralId.of(id), "p-gil", Map.of("grade", "LOW"));
    topic.send(grade);
    topic.send("[]");
    var lost = new Topic(FeedTopic.COMMANDS, FORCE, Uuid.randomUuid());
    ObjectNode told = report(id, "p-gil", "already told?");
    var record =
        new ConsumerRecord<byte[], byte[]>(
            lost.name(), 0, 0, null, told.toString().getBytes(UTF_8));
    intake.leave(new Sent(lost, record, 0));
    assertThat(topic.answers(told, 1).stream().map(CommandTopic::problem))
        .containsExactly("not-known-whether-done");
    topic.sent(own(newReference(), "p-gil"));
    assertThat(topic.answers(grade.path("id").asText())).isEmpty();
    TORONTO.asks("/referrals/" + id).body("progress.reports", empty());
  }

  /** A file of open cases is no command: it stays with REST, as any file of many does. */
  @Test
  void every_route_that_a_forces_system_may_post_to_has_a_command_of_its_own() {
    assertThat(ForceRoutes.posted("baton.intake"))
        .containsExactly("/back-records", "/referrals/own", "/referrals/{referralId}/progress");
    assertThat(taken.words().keySet())
        .hasSameElementsAs(CommandNames.of("intake-service"))
        .containsExactlyInAnyOrder("bring-own", "report-progress");
  }

  private String accepted() {
    String id =
        TORONTO.sends(referral(newReference(), "")).statusCode(201).extract().path("referralId");
    world.accepted(id, FORCE, "p-gil");
    return id;
  }

  private static ObjectNode report(String id, String person, String text) {
    return command("report-progress", ReferralId.of(id), person, Map.of("text", text));
  }

  private static ObjectNode own(String reference, String person) {
    return command("bring-own", null, person, Map.of("reference", reference, "type", "ENTICEMENT"));
  }

  private CommandTopic topic(String force) {
    return new CommandTopic(config.kafka(), force, transactions).made();
  }
}
