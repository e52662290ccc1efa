package baton.platform.topics;

import baton.contract.OrganisationCode;
import baton.contract.feed.FeedTopic;
import baton.contract.feed.Feeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which forces have topics. Asked of the broker every few seconds, not for every entry; where it
 * does not answer, what it said last stands. Belongs to one thread.
 */
public final class ForceTopics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ForceTopics.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private List<Topic> known = List.of();
  private Admin admin;
  private long askedAt;
  private boolean asked;

  /**
   * @param settings of the admin client
   */
  public ForceTopics(Map<String, Object> settings) {
    this.settings = settings;
  }

  /**
   * @param id the broker's: a topic that is made again is another one, and begins at the beginning
   */
  public record Topic(FeedTopic kind, OrganisationCode force, Uuid id) {
    public String name() {
      return kind.of(force);
    }

    /** Whose cursor tells what is on it. */
    public String consumer() {
      return "topic:" + id;
    }
  }

  /** As they were known to the broker some seconds ago, at most. */
  public List<Topic> all() {
    if (!asked || System.nanoTime() - askedAt >= EVERY.toNanos()) {
      asked = true;
      ask();
      askedAt = System.nanoTime();
    }
    return known;
  }

  private void ask() {
    try {
      if (admin == null) admin = Admin.create(settings);
      known =
          admin.listTopics().listings().get().stream()
              .map(ForceTopics::topic)
              .flatMap(Optional::stream)
              .toList();
    } catch (ExecutionException | KafkaException unanswered) {
      LOG.warn("The broker does not name the forces' topics: {}", unanswered.getMessage());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private static Optional<Topic> topic(TopicListing listed) {
    return Stream.of(FeedTopic.values())
        .filter(kind -> listed.name().startsWith(kind.prefix()))
        .findFirst()
        .flatMap(
            kind ->
                force(listed.name().substring(kind.prefix().length()))
                    .map(force -> new Topic(kind, force, listed.topicId())));
  }

  private static Optional<OrganisationCode> force(String name) {
    try {
      return Optional.of(OrganisationCode.of(name)).filter(Feeds::has);
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (admin != null) admin.close(Duration.ZERO);
  }
}
