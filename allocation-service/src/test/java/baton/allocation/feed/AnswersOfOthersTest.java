package baton.allocation.feed;

import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandProblem;
import baton.contract.feed.FeedTopic;
import baton.contract.feed.ForceCommandAnswered;
import baton.platform.commands.CommandDesk.Sent;
import baton.platform.commands.CommandId;
import baton.platform.commands.CommandIntake;
import baton.platform.testing.CommandTopic;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** What other services answered of a force's commands stands on the force's feed, once. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class AnswersOfOthersTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("psni");
  private static final FeedOf FEED = new FeedOf("psni");

  private final Topic topic = new Topic(FeedTopic.COMMANDS, FORCE, Uuid.randomUuid());

  @Inject AllocationWorld world;
  @Inject CommandIntake intake;

  @Test
  void an_answer_on_the_register_is_told_once_under_the_name_of_the_record() {
    ReferralId id = world.received();
    ForceCommandAnswered done = answered(3, "n-" + id, id, null);
    world.risk().says("command-1-" + id, done);
    // A store that was lost may answer what it had answered.
    world.risk().says("command-2-" + id, answered(3, "n-" + id, id, refused()));
    ForceCommandAnswered bad = answered(4, "m-" + id, null, refused());
    world.risk().says("command-3-" + id, bad);
    await().until(() -> !told("m-" + id).isEmpty());
    world.awaitQuiet();
    List<JsonNode> entries = told("n-" + id);
    assertThat(entries).hasSize(1);
    JsonNode entry = entries.getFirst();
    FeedMessage.require(entry);
    assertThat(entry.path("id").asText()).isEqualTo(entryOf(3));
    assertThat(entry.path("subject").asText()).isEqualTo(id.toString());
    assertThat(entry.has("causationid")).isFalse();
    assertThat(entry.at("/data/commandType").asText()).isEqualTo("baton.command.grade.v1");
    assertThat(entry.at("/data/recorded/0").asText()).isEqualTo("baton.risk-assessed.v1");
    assertThat(entry.at("/data/offset").asLong()).isEqualTo(3);
    JsonNode refused = told("m-" + id).getFirst();
    FeedMessage.require(refused);
    assertThat(refused.at("/data/problem/status").asInt()).isEqualTo(404);
    assertThat(refused.has("subject")).isFalse();
  }

  @Test
  void what_another_service_takes_this_one_passes_over() {
    ReferralId id = world.received();
    for (String name : List.of("grade", "report-progress", "bring-own"))
      intake.take(sent(CommandTopic.command(name, id, "p-1", Map.of())));
    intake.leave(sent(CommandTopic.command("grade", id, "p-1", Map.of())));
    intake.giveUp(sent(CommandTopic.command("grade", id, "p-1", Map.of())));
    ObjectNode later = CommandTopic.command("grade", id, "p-1", Map.of());
    later.put("type", "baton.command.grade.v2");
    intake.take(sent(later));
    assertThat(
            FEED.after(0).stream()
                .filter(entry -> entry.path("subject").asText().equals(id.toString()))
                .map(entry -> entry.at("/data/command").asText()))
        .as("only what is nobody's is answered here")
        .containsExactly(later.path("id").asText());
  }

  private List<JsonNode> told(String command) {
    return FEED.after(0).stream()
        .filter(each -> each.at("/data/command").asText().equals(command))
        .toList();
  }

  private ForceCommandAnswered answered(
      long offset, String command, ReferralId referral, CommandProblem problem) {
    return new ForceCommandAnswered(
        FORCE,
        topic.id().toString(),
        1,
        offset,
        1_795_460_940_123L,
        command,
        "baton.command.grade.v1",
        referral,
        problem == null ? List.of("baton.risk-assessed.v1") : List.of(),
        problem == null ? Instant.parse("2026-11-21T19:09:00Z") : null,
        null,
        problem);
  }

  private static CommandProblem refused() {
    return new CommandProblem(
        "https://baton.example/problems/not-found", "Not found", 404, "not there", null);
  }

  /** As this service would name it, had it taken the record. */
  private String entryOf(long offset) {
    var place = CommandId.of(topic.id(), 1, offset, 1_795_460_940_123L);
    return FeedIds.of(new EventId(place), FORCE, "baton.feed.command-answered.v1").toString();
  }

  private static Sent sent(ObjectNode event) {
    var another = new Topic(FeedTopic.COMMANDS, FORCE, Uuid.randomUuid());
    var record =
        new ConsumerRecord<byte[], byte[]>(
            another.name(), 0, 0, null, event.toString().getBytes(UTF_8));
    return new Sent(another, record, 0);
  }
}
