package baton.risk;

import static baton.platform.testing.CommandTopic.command;
import static baton.platform.testing.CommandTopic.problem;
import static baton.risk.RiskWorld.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.commands.CommandDesk.Sent;
import baton.platform.commands.CommandIntake;
import baton.platform.commands.CommandPlaces;
import baton.platform.commands.ForceCommands;
import baton.platform.sql.Sql;
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

/** A force's grades on its commands topic; 33 has cases, 34 has none. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class GradesOnTopicTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("33");

  @Inject RiskWorld world;
  @Inject BatonConfig config;
  @Inject Transactions transactions;
  @Inject CommandIntake intake;
  @Inject ForceCommands taken;

  @BeforeEach
  void staffed() {
    world.staff("33", "p-gil", "p-ida");
  }

  @Test
  void a_grade_is_given_for_the_person_named_and_answered() {
    ReferralId id = accepted();
    ObjectNode grade = command("grade", id, "p-gil", graded("MEDIUM"));
    JsonNode answer = topic("33").sent(grade);
    assertThat(problem(answer)).isEmpty();
    assertThat(answer.path("force").asText()).isEqualTo("33");
    assertThat(answer.path("commandType").asText()).isEqualTo("baton.command.grade.v1");
    assertThat(answer.path("referral").asText()).isEqualTo(id.toString());
    assertThat(answer.at("/recorded/0").asText()).isEqualTo("baton.risk-assessed.v1");
    assertThat(answer.toString()).doesNotContain("said in free text").doesNotContain("KIRAT");
    as("supervisor", "nca", "p-sue")
        .get("/assessments/" + id)
        .then()
        .body("grade", equalTo("MEDIUM"));
  }

  @Test
  void the_same_again_is_one_grade_and_each_record_has_an_answer() {
    ReferralId id = accepted();
    CommandTopic topic = topic("33");
    ObjectNode grade = command("grade", id, "p-gil", graded("HIGH"));
    topic.send(grade);
    topic.send(grade);
    List<JsonNode> answers = topic.answers(grade, 2);
    assertThat(answers).hasSize(2);
    assertThat(answers.get(1).path("recorded")).isEqualTo(answers.get(0).path("recorded"));
    assertThat(answers.get(1).path("recordedTime")).isEqualTo(answers.get(0).path("recordedTime"));
    assertThat(answers.get(1).path("offset").asLong())
        .isEqualTo(answers.get(0).path("offset").asLong() + 1);
    assertThat(grades(id)).isEqualTo(1);
    ObjectNode other = grade.deepCopy();
    ((ObjectNode) other.path("data")).put("grade", "LOW");
    topic.send(other);
    assertThat(problem(topic.answers(grade, 3).getLast())).isEqualTo("idempotency-key-reused");
  }

  @Test
  void what_the_path_refuses_is_refused_and_quotes_nothing() {
    ReferralId id = accepted();
    CommandTopic topic = topic("33");
    ObjectNode nobody = command("grade", id, null, graded("HIGH"));
    ObjectNode stranger = command("grade", id, "p-stranger", graded("HIGH"));
    ObjectNode unnamed = command("grade", null, "p-gil", graded("HIGH"));
    ObjectNode wrong = command("grade", id, "p-gil", Map.of("grade", "Jane Synthetic's"));
    for (ObjectNode each : List.of(nobody, stranger, unnamed, wrong)) topic.send(each);
    JsonNode told = topic.answers(wrong, 1).getFirst();
    assertThat(told.at("/problem/violations/0/pointer").asText()).isEqualTo("/data/grade");
    assertThat(told.at("/problem/detail").asText()).contains("LOW");
    assertThat(told.toString()).doesNotContain("Jane");
    assertThat(problem(topic.answers(nobody, 1).getFirst())).isEqualTo("missing");
    assertThat(problem(topic.answers(stranger, 1).getFirst())).isEqualTo("person-not-in-roster");
    assertThat(topic.answers(unnamed, 1).getFirst().at("/problem/violations/0/pointer").asText())
        .isEqualTo("/subject");
    assertThat(grades(id)).isZero();
  }

  @Test
  void another_forces_case_is_not_there_whatever_the_event_claims() {
    ReferralId theirs = accepted();
    world.staff("34", "p-eve");
    ObjectNode foreign = command("grade", theirs, "p-eve", graded("LOW"));
    foreign.put("source", "/33").put("organisation", "33");
    JsonNode answer = topic("34").sent(foreign);
    assertThat(answer.at("/problem/status").asInt()).isEqualTo(404);
    assertThat(answer.path("force").asText()).isEqualTo("34");
    assertThat(grades(theirs)).isZero();
  }

  @Test
  void what_others_take_or_nobody_is_passed_over_and_what_stands_behind_it_is_done() {
    ReferralId id = accepted();
    CommandTopic topic = topic("33");
    List<ObjectNode> others =
        List.of(
            command("allocate", id, "p-gil", Map.of("person", "p-ida")),
            command("report-progress", id, "p-gil", Map.of("text", "no news")),
            command("frobnicate", id, "p-gil", Map.of()));
    others.forEach(topic::send);
    topic.send("no json");
    JsonNode answer = topic.sent(command("grade", id, "p-ida", graded("LOW")));
    assertThat(problem(answer)).isEmpty();
    for (ObjectNode other : others) assertThat(topic.answers(other.path("id").asText())).isEmpty();
  }

  @Test
  void where_the_place_was_lost_nothing_is_done_and_that_is_answered_once() {
    ReferralId id = accepted();
    var lost = new Topic(FeedTopic.COMMANDS, FORCE, Uuid.randomUuid());
    ObjectNode grade = command("grade", id, "p-gil", graded("HIGH"));
    intake.leave(sent(lost, grade));
    CommandTopic topic = topic("33");
    assertThat(topic.answers(grade, 1).stream().map(CommandTopic::problem))
        .containsExactly("not-known-whether-done");
    forget(lost);
    intake.leave(sent(lost, grade));
    assertThat(topic.answers(grade, 1)).hasSize(1);
    ObjectNode others = command("allocate", id, "p-gil", Map.of("person", "p-ida"));
    forget(lost);
    intake.leave(sent(lost, others));
    assertThat(topic.answers(others.path("id").asText())).isEmpty();
    assertThat(place(lost)).isEqualTo(1);
    as("supervisor", "nca", "p-sue").get("/assessments/" + id).then().body("grade", nullValue());
  }

  @Test
  void every_route_that_a_forces_system_may_post_to_has_a_command_of_its_own() {
    assertThat(ForceRoutes.posted("baton.risk")).containsExactly("/assessments/{referralId}/grade");
    assertThat(taken.words().keySet())
        .hasSameElementsAs(CommandNames.of("risk-service"))
        .containsExactly("grade");
  }

  private ReferralId accepted() {
    ReferralId id = world.received(FORCE, false);
    world.accepted(id, FORCE, "p-gil");
    return id;
  }

  private static Map<String, ?> graded(String grade) {
    return Map.of("grade", grade, "tool", "KIRAT", "reason", "said in free text");
  }

  private CommandTopic topic(String force) {
    return new CommandTopic(config.kafka(), force, transactions).made();
  }

  private static Sent sent(Topic topic, ObjectNode event) {
    return new Sent(
        topic,
        new ConsumerRecord<byte[], byte[]>(
            topic.name(), 0, 0, null, event.toString().getBytes(UTF_8)),
        0);
  }

  /** As a database of before would. */
  private void forget(Topic topic) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "the places of commands")
              .update("delete from command_place where topic_id = ?", topic.id());
          return null;
        });
  }

  private long place(Topic topic) {
    return transactions.inTransaction(
        () -> CommandPlaces.on(transactions.connection()).of(topic).get(0).next());
  }

  private long grades(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the store")
                .find(
                    "select count(*) from event_entry where aggregate_identifier = ?"
                        + " and payload_type = 'baton.risk-assessed.v1'",
                    row -> row.getLong(1),
                    referral.toString())
                .orElseThrow());
  }
}
