package baton.journal.relay;

import baton.journal.envelope.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Is the log the one that this store was published to? */
final class LogCheck implements AutoCloseable {
  private static final List<String> TOPICS =
      List.of(Topics.REFERRALS, Topics.REGISTER, Topics.HEARTBEATS);
  private static final long ANSWER_SECONDS_MAX = 20;

  private final Admin admin;

  LogCheck(Map<String, Object> kafka) {
    this.admin = Admin.create(kafka);
  }

  /**
   * The ids of the topics that the relay writes to.
   *
   * @throws RelayRefuses a topic is missing, or was made anew since something was acknowledged
   * @throws SendFailed the broker does not answer
   */
  Map<String, Uuid> topicIds(List<RelayCursor.Remembered> acked)
      throws RelayRefuses, SendFailed, InterruptedException {
    Map<String, Uuid> ids = new TreeMap<>();
    for (var topic : admin.describeTopics(TOPICS).topicNameValues().entrySet())
      ids.put(topic.getKey(), idOf(topic.getKey(), topic.getValue()));
    for (RelayCursor.Remembered ack : acked)
      if (!ack.topicId().equals(String.valueOf(ids.get(ack.topic()))))
        throw new RelayRefuses(
            """
            The relay publishes nothing: topic %s was made anew (its id is %s, this store was \
            published to %s). The log must be rebuilt first."""
                .formatted(ack.topic(), ids.get(ack.topic()), ack.topicId()));
    return ids;
  }

  /** The log ends before a record that the broker had acknowledged. */
  boolean hasLost(List<RelayCursor.Remembered> acked) throws SendFailed, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (RelayCursor.Remembered ack : acked)
      wanted.put(new TopicPartition(ack.topic(), ack.partition()), OffsetSpec.latest());
    if (wanted.isEmpty()) return false;
    var ends = answer(admin.listOffsets(wanted).all());
    for (RelayCursor.Remembered ack : acked) {
      long end = ends.get(new TopicPartition(ack.topic(), ack.partition())).offset();
      if (end <= ack.offset()) return true;
    }
    return false;
  }

  private static Uuid idOf(String name, KafkaFuture<TopicDescription> topic)
      throws RelayRefuses, SendFailed, InterruptedException {
    try {
      return answer(topic).topicId();
    } catch (SendFailed e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException)
        throw new RelayRefuses(
            "The relay publishes nothing: topic %s does not exist. It is made when Baton is set up."
                .formatted(name));
      throw e;
    }
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
