package baton.parts;

import static org.assertj.core.api.Assertions.assertThat;

import baton.parts.BrokerNode.Door;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerClusterTest {
  private static final byte[] RECORD = "kept".getBytes(StandardCharsets.UTF_8);

  @Test
  void a_node_is_the_same_when_it_was_written_as_an_argument() {
    var node =
        new BrokerNode(
            2,
            9092,
            List.of(9093, 9094, 9095),
            "cluster-id",
            List.of(new Door("INTAKE", 9096, 9097), new Door("RISK2", 9098, 9099)),
            new BrokerNode.Guard(9100, Path.of("/a folder, with a comma")));
    assertThat(BrokerNode.ofArgument(node.asArgument())).isEqualTo(node);
  }

  @Test
  void two_of_three_acknowledge_while_the_third_is_gone(@TempDir Path folder) throws Exception {
    var controllers = List.of(Ports.free(), Ports.free(), Ports.free());
    var cluster = Uuid.randomUuid().toString();
    var brokers = new ArrayList<LocalBroker>();
    try {
      for (int number = 1; number <= 3; number++)
        brokers.add(launch(folder, number, controllers, cluster));
      brokers.forEach(LocalBroker::awaitReady);
      var all = brokers.stream().map(LocalBroker::bootstrap).collect(Collectors.joining(","));
      LogTopics.create(all, 3, 3);
      try (var producer = producer(all)) {
        send(producer);
        brokers.removeFirst().process().destroyForcibly();
        for (int i = 0; i < 10; i++) send(producer);
      }
    } finally {
      brokers.forEach(broker -> broker.process().destroyForcibly());
    }
  }

  private static LocalBroker launch(
      Path folder, int number, List<Integer> controllers, String cluster) throws IOException {
    var node = new BrokerNode(number, Ports.free(), controllers, cluster, List.of(), null);
    return LocalBroker.launchDetached(folder.resolve("kafka-" + number), node, "256m");
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(settings, bytes, bytes);
  }

  private static void send(KafkaProducer<byte[], byte[]> producer) throws Exception {
    assertThat(
            producer
                .send(new ProducerRecord<>("baton.referrals", RECORD))
                .get(60, TimeUnit.SECONDS))
        .isNotNull();
  }
}
