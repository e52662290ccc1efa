package baton.parts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the shared log. All but the heartbeats are kept for ever: a topic's partitions are
 * fixed when it is made, because one partition holds a referral's whole story.
 */
public final class LogTopics {
  private static final int RECORD_MAX_BYTES = 1024 * 1024;
  private static final Duration HEARTBEATS_KEPT = Duration.ofHours(1);
  private static final String FOR_EVER = "-1";

  private LogTopics() {}

  /**
   * Makes the topics that are missing; those that exist stay as they are.
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
            new NewTopic("baton.referrals", partitions, copies).configs(kept),
            new NewTopic("baton.register", 1, copies).configs(kept),
            new NewTopic("baton.access", 1, copies).configs(kept),
            new NewTopic("baton.heartbeats", 1, copies).configs(shortLived));
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      for (var made : admin.createTopics(topics).values().values()) {
        awaitMade(made);
      }
    } catch (ExecutionException e) {
      throw new PartFailed("topics could not be made: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("interrupted while making topics", e);
    }
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

  private static void awaitMade(Future<Void> made) throws ExecutionException, InterruptedException {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
