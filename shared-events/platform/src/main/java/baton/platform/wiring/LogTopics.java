package baton.platform.wiring;

import baton.contract.LogTopic;
import baton.platform.BatonConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the log's topics where they are missing; those that exist stay as they are. */
final class LogTopics {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private LogTopics() {}

  /**
   * @throws ExecutionException if the broker does not answer
   */
  static void ensure(BatonConfig config) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(connection(config))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          wanted(config).stream().filter(topic -> !existing.contains(topic.name())).toList();
      for (var made : admin.createTopics(missing).values().values()) {
        try {
          made.get();
        } catch (ExecutionException e) {
          // Four services start at once: another one was first.
          if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
      }
    }
  }

  /** Gives up soon: whoever starts the journal tries again, and a stop must not wait. */
  private static Map<String, Object> connection(BatonConfig config) {
    var settings = LogConnection.of(config);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    return settings;
  }

  private static List<NewTopic> wanted(BatonConfig config) {
    return Stream.of(LogTopic.values()).map(topic -> wanted(config, topic)).toList();
  }

  private static NewTopic wanted(BatonConfig config, LogTopic topic) {
    var wanted = config.topics();
    return new NewTopic(topic.topic(), topic.partitions(wanted.partitions()), wanted.replication())
        .configs(topic.settings(wanted.minInsync()));
  }
}
