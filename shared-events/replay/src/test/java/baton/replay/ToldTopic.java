package baton.replay;

import baton.replay.RandomLog.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of a test's own at a real broker. */
record ToldTopic(String kafka, String name) {
  private static final int PARTITIONS = 3;

  void make() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new AssertionError("no topic " + name, failure);
    }
  }

  /**
   * Every record is on the log when this returns. One request at a time: in a partition that is
   * still being made, what is sent behind a refused request would be taken before it, and the
   * refused one never.
   */
  void tell(List<Told> records) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka,
                "compression.type",
                "lz4",
                "max.in.flight.requests.per.connection",
                1),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (Told told : records)
        sent.add(
            producer.send(
                new ProducerRecord<>(name, partition(told.key()), told.key(), told.value())));
      producer.flush();
      for (Future<RecordMetadata> each : sent) each.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new AssertionError("a record did not come onto the log", failure);
    }
  }

  private static int partition(String key) {
    return Math.floorMod(key.hashCode(), PARTITIONS);
  }
}
