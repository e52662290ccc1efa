package baton.journal.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks by Kafka's admin client. */
final class AdminBroker implements Broker {
  private static final long ANSWER_SECONDS_MAX = 20;

  private final Admin admin;

  AdminBroker(Map<String, Object> kafka) {
    this.admin = Admin.create(kafka);
  }

  @Override
  public Map<String, Uuid> topicIds(Collection<String> topics)
      throws SendFailed, InterruptedException {
    Map<String, Uuid> ids = new TreeMap<>();
    for (var topic : admin.describeTopics(topics).topicNameValues().entrySet())
      idOf(topic.getValue()).ifPresent(id -> ids.put(topic.getKey(), id));
    return ids;
  }

  private static Optional<Uuid> idOf(KafkaFuture<TopicDescription> topic)
      throws SendFailed, InterruptedException {
    try {
      return Optional.of(answer(topic).topicId());
    } catch (SendFailed e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) return Optional.empty();
      throw e;
    }
  }

  @Override
  public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws SendFailed, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicPartition partition : partitions) wanted.put(partition, OffsetSpec.latest());
    Map<TopicPartition, Long> ends = new HashMap<>();
    answer(admin.listOffsets(wanted).all())
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  private static <T> T answer(KafkaFuture<T> future) throws SendFailed, InterruptedException {
    try {
      return future.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new SendFailed("the broker refused a question", e.getCause());
    } catch (TimeoutException e) {
      throw new SendFailed("the broker does not answer", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
