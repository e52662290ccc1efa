package baton.acceptance.faults;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTopic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * A force's two topics, as the force itself comes to them.
 *
 * @param settings its {@code client.properties}
 */
record ForceTopic(OrganisationCode force, Path settings) {
  private static final Duration READ_MAX = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(200);

  String name() {
    return FeedTopic.DISSEMINATIONS.of(force);
  }

  /** All that is committed. */
  List<JsonNode> all() throws IOException {
    var properties = properties();
    properties.put("enable.auto.commit", "false");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, text, text)) {
      var partition = new TopicPartition(name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      var all = new ArrayList<JsonNode>();
      Awaitility.await("the topic is read")
          .atMost(READ_MAX)
          .until(
              () -> {
                consumer.poll(POLL).forEach(record -> all.add(FeedEntries.parse(record.value())));
                return consumer.position(partition) >= end;
              });
      return all;
    }
  }

  /** Says, as a command, up to where the force's system has the feed. */
  void receipt(String id, long upTo) throws IOException, ExecutionException, InterruptedException {
    var event = command(id, "receive-disseminations");
    event.putObject("data").put("upTo", upTo);
    send(event);
  }

  /** Sends a command of a person about a referral, with a body that says nothing. */
  void empty(String id, String name, ReferralId referral, String person)
      throws IOException, ExecutionException, InterruptedException {
    var event = command(id, name).put("subject", referral.toString()).put("onbehalfof", person);
    event.putObject("data");
    send(event);
  }

  private static ObjectNode command(String id, String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", "/records")
        .put("type", CommandNames.type(name));
  }

  private void send(ObjectNode event) throws IOException, ExecutionException, InterruptedException {
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(properties(), text, text)) {
      producer.send(new ProducerRecord<>(FeedTopic.COMMANDS.of(force), event.toString())).get();
    }
  }

  private Properties properties() throws IOException {
    var properties = new Properties();
    try (var file = Files.newBufferedReader(settings)) {
      properties.load(file);
    }
    return properties;
  }
}
