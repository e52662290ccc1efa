package baton.allocation.feed;

import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.FeedTopic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one force, as an operator makes it and the force's own consumer reads it. */
final class TopicOf {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 3;

  private final String kafka;
  private final String name;

  TopicOf(String kafka, FeedTopic kind, String force) {
    this.kafka = kafka;
    this.name = kind.of(OrganisationCode.of(force));
  }

  String name() {
    return name;
  }

  /**
   * @param settings Kafka's own names and values
   */
  TopicOf make(Map<String, String> settings) {
    try (var admin = admin()) {
      var wanted = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
      admin.createTopics(List.of(wanted)).all().get();
      return this;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes it where it is not there yet. */
  TopicOf made() {
    try (var admin = admin()) {
      return admin.listTopics().names().get().contains(name) ? this : make(Map.of());
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete() {
    try (var admin = admin()) {
      admin.deleteTopics(List.of(name)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(name));
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka));
  }

  /** As the force's own system does, all into one partition. */
  void send(byte[] value, Map<String, String> headers) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<byte[], byte[]>(name, 0, null, value);
      headers.forEach((key, text) -> record.headers().add(key, text.getBytes(UTF_8)));
      producer.send(record);
    }
  }

  /** Who took the transactional id for the force's feed, and has begun to send. */
  KafkaProducer<String, String> zombie() {
    var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka, "transactional.id", name),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  /** All that is committed, partition by partition. */
  List<ConsumerRecord<String, String>> records() {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            kafka,
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(each -> new TopicPartition(name, each.partition()))
              .toList();
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var all = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      return all;
    }
  }

  List<JsonNode> of(ReferralId referral) {
    return records().stream()
        .filter(record -> record.key().equals(referral.toString()))
        .map(TopicOf::document)
        .toList();
  }

  /** The newest entry of a kind for a referral, as soon as it is there. */
  JsonNode told(ReferralId referral, String kind) {
    await()
        .atMost(60, SECONDS)
        .until(() -> of(referral).stream().anyMatch(each -> FeedOf.kind(each).equals(kind)));
    return of(referral).stream().filter(e -> FeedOf.kind(e).equals(kind)).toList().getLast();
  }

  static JsonNode document(ConsumerRecord<String, String> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
