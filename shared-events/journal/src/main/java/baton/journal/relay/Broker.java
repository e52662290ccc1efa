package baton.journal.relay;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** What the relay asks the broker besides sending. */
interface Broker extends AutoCloseable {
  /**
   * By name; topics that do not exist are absent.
   *
   * @throws SendFailed the broker does not answer
   */
  Map<String, Uuid> topicIds(Collection<String> topics) throws SendFailed, InterruptedException;

  /**
   * The offset behind the last record of each.
   *
   * @throws SendFailed the broker does not answer
   */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws SendFailed, InterruptedException;

  @Override
  void close();
}
