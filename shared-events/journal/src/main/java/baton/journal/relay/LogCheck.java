package baton.journal.relay;

import baton.journal.envelope.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Is the log the one that this store was published to? */
final class LogCheck {
  private static final List<String> TOPICS =
      List.of(Topics.REFERRALS, Topics.REGISTER, Topics.ACCESS, Topics.HEARTBEATS);

  private final Broker broker;

  LogCheck(Broker broker) {
    this.broker = broker;
  }

  /**
   * The ids of the topics that the relay writes to.
   *
   * @throws RelayRefuses a topic is missing, or was made anew since something was acknowledged
   * @throws SendFailed the broker does not answer
   */
  Map<String, Uuid> topicIds(List<RelayCursor.Remembered> acked)
      throws RelayRefuses, SendFailed, InterruptedException {
    Map<String, Uuid> ids = broker.topicIds(TOPICS);
    for (String topic : TOPICS)
      if (!ids.containsKey(topic))
        throw new RelayRefuses(
            "The relay publishes nothing: topic %s is not there. Stop the service; see: baton recover"
                .formatted(topic));
    for (RelayCursor.Remembered ack : acked)
      if (!ack.topicId().equals(String.valueOf(ids.get(ack.topic()))))
        throw new RelayRefuses(
            """
            The relay publishes nothing: topic %s was made anew (its id is %s, this store was \
            published to %s). Stop the service; see: baton recover"""
                .formatted(ack.topic(), ids.get(ack.topic()), ack.topicId()));
    return ids;
  }

  /** The log ends before a record that the broker had acknowledged. */
  boolean hasLost(List<RelayCursor.Remembered> acked) throws SendFailed, InterruptedException {
    if (acked.isEmpty()) return false;
    Map<TopicPartition, Long> ends =
        broker.ends(acked.stream().map(LogCheck::partition).collect(Collectors.toSet()));
    return acked.stream().anyMatch(ack -> ends.get(partition(ack)) <= ack.offset());
  }

  private static TopicPartition partition(RelayCursor.Remembered ack) {
    return new TopicPartition(ack.topic(), ack.partition());
  }
}
