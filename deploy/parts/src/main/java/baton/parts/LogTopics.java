package baton.parts;

import baton.contract.LogTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes and removes the topics of the shared log, and waits until the broker knows. */
public final class LogTopics {
  private static final List<String> ALL =
      Stream.of(LogTopic.values()).map(LogTopic::topic).toList();

  private static final Duration SETTLED_MAX = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private LogTopics() {}

  /**
   * Makes the topics that are missing, and returns when all of them can be used; those that exist
   * stay as they are.
   *
   * @param kafka how to reach the broker: {@code bootstrap.servers} and security
   * @param partitions of the referrals' topic; the others have one
   * @param replication copies of every record; from 3 on, two must have it before it is
   *     acknowledged
   */
  public static void create(Map<String, Object> kafka, int partitions, int replication) {
    int minInsync = replication >= 3 ? 2 : 1;
    var topics =
        Stream.of(LogTopic.values())
            .map(
                one ->
                    new NewTopic(one.topic(), one.partitions(partitions), (short) replication)
                        .configs(one.settings(minInsync)))
            .toList();
    try (var admin = Admin.create(kafka)) {
      Map<String, KafkaFuture<Void>> making = admin.createTopics(topics).values();
      List<NewTopic> made =
          topics.stream()
              .filter(topic -> await(making.get(topic.name()), TopicExistsException.class))
              .toList();
      awaitTopics(admin, names -> names.containsAll(ALL));
      awaitLeaders(admin, made);
    }
  }

  /** The same at a broker that lets in everybody. */
  public static void create(String bootstrap, int partitions, int replication) {
    create(open(bootstrap), partitions, replication);
  }

  /** Removes the topics and all that they hold, and returns when they are gone. For tests. */
  public static void delete(String bootstrap) {
    try (var admin = Admin.create(open(bootstrap))) {
      for (var gone : admin.deleteTopics(ALL).topicNameValues().values()) {
        await(gone, UnknownTopicOrPartitionException.class);
      }
      awaitTopics(admin, names -> ALL.stream().noneMatch(names::contains));
    }
  }

  private static Map<String, Object> open(String bootstrap) {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
  }

  /** The controller answers before every broker has heard of it. */
  private static void awaitTopics(Admin admin, Predicate<Set<String>> settled) {
    var deadline = System.nanoTime() + SETTLED_MAX.toNanos();
    while (!settled.test(await(admin.listTopics().names()))) {
      if (System.nanoTime() > deadline) {
        throw new PartFailed("the broker does not show the change of its topics");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /**
   * A leader is named before it leads. What it refuses until then may come behind what was sent
   * later, and is then refused for good: of 60 topics written to at once, 5 lost a batch so.
   */
  private static void awaitLeaders(Admin admin, List<NewTopic> made) {
    var ends = new HashMap<TopicPartition, OffsetSpec>();
    for (NewTopic topic : made) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    await(admin.listOffsets(ends).all());
  }

  /**
   * @return false where it was so already
   */
  private static boolean await(Future<Void> change, Class<? extends Exception> alreadySo) {
    try {
      await(change);
      return true;
    } catch (PartFailed e) {
      if (!alreadySo.isInstance(e.getCause())) {
        throw e;
      }
      return false;
    }
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new PartFailed("the broker's topics: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("interrupted while changing topics", e);
    }
  }
}
