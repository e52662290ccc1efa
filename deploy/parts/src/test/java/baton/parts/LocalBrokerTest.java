package baton.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
  private static final byte[] RECORD = "kept".getBytes(StandardCharsets.UTF_8);

  @Test
  void records_and_topic_ids_survive_a_restart(@TempDir Path folder) throws Exception {
    int port;
    TopicDescription before;
    try (var broker = LocalBroker.start(folder, 0, "256m")) {
      port = broker.port();
      LogTopics.create(broker.bootstrap(), 12, 1);
      LogTopics.create(broker.bootstrap(), 12, 1);
      before = describe(broker, "baton.referrals");
      assertThat(before.partitions()).hasSize(12);
      assertThat(retention(broker, "baton.register")).isEqualTo("-1");
      send(broker, "baton.register");
    }
    try (var broker = LocalBroker.start(folder, port, "256m")) {
      assertThat(describe(broker, "baton.referrals").topicId()).isEqualTo(before.topicId());
      assertThat(readFirst(broker, "baton.register")).isEqualTo(RECORD);
    }
  }

  private static TopicDescription describe(LocalBroker broker, String topic) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }
  }

  private static String retention(LocalBroker broker, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      return config.get("retention.ms").value();
    }
  }

  private static void send(LocalBroker broker, String topic) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all", "compression.type", "lz4");
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      producer.send(new ProducerRecord<>(topic, RECORD)).get();
    }
  }

  private static byte[] readFirst(LocalBroker broker, String topic) {
    var partition = new TopicPartition(topic, 0);
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }
}
