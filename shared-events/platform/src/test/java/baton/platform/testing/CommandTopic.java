package baton.platform.testing;

import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import baton.contract.EventTypes;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTopic;
import baton.contract.feed.ForceCommandAnswered;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A force's commands topic, as an operator makes it and the force's system sends on it; and what
 * the service under test answered on the register.
 */
public final class CommandTopic {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> STRUCTURED =
      Map.of("content-type", "application/cloudevents+json; charset=UTF-8");

  private final String kafka;
  private final String name;
  private final Transactions transactions;

  /**
   * @param transactions of the service under test
   */
  public CommandTopic(String kafka, String force, Transactions transactions) {
    this.kafka = kafka;
    this.name = FeedTopic.COMMANDS.of(OrganisationCode.of(force));
    this.transactions = transactions;
  }

  /** Makes it where it is not there yet, with one partition: what is sent is read in its order. */
  public CommandTopic made() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      if (!admin.listTopics().names().get().contains(name))
        admin
            .createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
            .all()
            .get();
      return this;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A command of a person, under a new id. */
  public static ObjectNode command(
      String name, ReferralId referral, String person, Map<String, ?> data) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", "c-" + UUID.randomUUID())
            .put("source", "/niche")
            .put("type", CommandNames.type(name));
    if (referral != null) event.put("subject", referral.toString());
    if (person != null) event.put("onbehalfof", person);
    return event.set("data", JSON.valueToTree(data));
  }

  public void send(JsonNode event) {
    send(event.toString());
  }

  public void send(String value) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<byte[], byte[]>(name, null, value.getBytes(UTF_8));
      STRUCTURED.forEach((key, text) -> record.headers().add(key, text.getBytes(UTF_8)));
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends it and waits for its first answer. */
  public JsonNode sent(JsonNode event) {
    send(event);
    return answers(event, 1).getFirst();
  }

  /** So many answers to a command, as soon as they are there; oldest first. */
  public List<JsonNode> answers(JsonNode event, int many) {
    String id = event.path("id").asText();
    await("answers to " + event).until(() -> answers(id).size() >= many);
    return answers(id);
  }

  /** What was answered to a command so far. */
  public List<JsonNode> answers(String command) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the answers")
                .list(
                    "select payload from event_entry where payload_type = ?"
                        + " and payload::jsonb ->> 'command' = ? order by global_index",
                    row -> tree(row.getString(1)),
                    EventTypes.nameOf(ForceCommandAnswered.class),
                    command));
  }

  /** The last word of the problem's type, empty where it was done. */
  public static String problem(JsonNode answer) {
    String type = answer.at("/problem/type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
