package baton.journal.reader;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where the log ends now. */
public final class LogEnds {
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private LogEnds() {}

  /**
   * The offset behind the last record of each partition of the topics.
   *
   * @throws ExecutionException if the broker does not say; its cause is Kafka's
   */
  public static Map<TopicPartition, Long> of(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    var wanted =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(one -> new TopicPartition(topic.name(), one.partition())))
            .collect(Collectors.toMap(Function.identity(), one -> OffsetSpec.latest()));
    var ends = new TreeMap<TopicPartition, Long>(ORDER);
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }
}
