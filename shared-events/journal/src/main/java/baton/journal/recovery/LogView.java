package baton.journal.recovery;

import baton.journal.envelope.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * What the broker holds now.
 *
 * @param topicIds of the topics that are there
 * @param begins the first offset of each partition
 * @param ends the offset behind the last record of each partition
 */
public record LogView(
    String cluster,
    Map<String, String> topicIds,
    Map<TopicPartition, Long> begins,
    Map<TopicPartition, Long> ends) {
  /** Those whose records are events, the one that is read first in front. */
  public static final List<String> TOPICS = Topics.OF_EVENTS;

  /**
   * @throws ExecutionException if the broker does not answer; its cause is Kafka's
   */
  public static LogView of(Admin admin) throws ExecutionException, InterruptedException {
    String cluster = admin.describeCluster().clusterId().get();
    var names = admin.listTopics().names().get();
    var topics =
        admin
            .describeTopics(TOPICS.stream().filter(names::contains).toList())
            .allTopicNames()
            .get()
            .values();
    var ids = new HashMap<String, String>();
    for (TopicDescription topic : topics) ids.put(topic.name(), topic.topicId().toString());
    var partitions =
        topics.stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(one -> new TopicPartition(topic.name(), one.partition())))
            .toList();
    return new LogView(
        cluster,
        ids,
        offsets(admin, partitions, OffsetSpec.earliest()),
        offsets(admin, partitions, OffsetSpec.latest()));
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    for (TopicPartition partition : partitions) wanted.put(partition, which);
    var found = new HashMap<TopicPartition, Long>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> one :
        admin.listOffsets(wanted).all().get().entrySet())
      found.put(one.getKey(), one.getValue().offset());
    return found;
  }
}
