package baton.parts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of the shared log. All but the heartbeats are kept for ever: a topic's partitions are
 * fixed when it is made, because one partition holds a referral's whole story.
 */
public final class LogTopics {
  private static final String REFERRALS = "baton.referrals";
  private static final String REGISTER = "baton.register";
  private static final String ACCESS = "baton.access";
  private static final String HEARTBEATS = "baton.heartbeats";
  private static final List<String> ALL = List.of(REFERRALS, REGISTER, ACCESS, HEARTBEATS);

  private static final int RECORD_MAX_BYTES = 1024 * 1024;
  private static final Duration HEARTBEATS_KEPT = Duration.ofHours(1);
  private static final String FOR_EVER = "-1";
  private static final Duration SETTLED_MAX = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private LogTopics() {}

  /**
   * Makes the topics that are missing, and returns when all of them can be used; those that exist
   * stay as they are.
   *
   * @param partitions of the referrals' topic; the others have one
   * @param replication copies of every record; from 3 on, two must have it before it is
   *     acknowledged
   */
  public static void create(String bootstrap, int partitions, int replication) {
    var kept = settings(FOR_EVER, replication);
    var shortLived = settings(Long.toString(HEARTBEATS_KEPT.toMillis()), replication);
    var copies = (short) replication;
    var topics =
        List.of(
            new NewTopic(REFERRALS, partitions, copies).configs(kept),
            new NewTopic(REGISTER, 1, copies).configs(kept),
            new NewTopic(ACCESS, 1, copies).configs(kept),
            new NewTopic(HEARTBEATS, 1, copies).configs(shortLived));
    try (var admin = admin(bootstrap)) {
      for (var made : admin.createTopics(topics).values().values()) {
        await(made, TopicExistsException.class);
      }
      awaitTopics(admin, names -> names.containsAll(ALL));
    }
  }

  /** Removes the topics and all that they hold, and returns when they are gone. For tests. */
  public static void delete(String bootstrap) {
    try (var admin = admin(bootstrap)) {
      for (var gone : admin.deleteTopics(ALL).topicNameValues().values()) {
        await(gone, UnknownTopicOrPartitionException.class);
      }
      awaitTopics(admin, names -> ALL.stream().noneMatch(names::contains));
    }
  }

  private static Admin admin(String bootstrap) {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  private static Map<String, String> settings(String retention, int replication) {
    var settings = new HashMap<String, String>();
    settings.put("retention.ms", retention);
    settings.put("max.message.bytes", Integer.toString(RECORD_MAX_BYTES));
    if (replication >= 3) {
      settings.put("min.insync.replicas", "2");
    }
    return settings;
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

  private static void await(Future<Void> change, Class<? extends Exception> alreadySo) {
    try {
      await(change);
    } catch (PartFailed e) {
      if (!alreadySo.isInstance(e.getCause())) {
        throw e;
      }
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
