package baton.journal.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The broker's ids of the topics. Asked once a second while reading, without waiting for the
 * answer; whoever makes a topic again needs longer than that to fill it past the position of a
 * reader, and a shorter one shows as an offset out of range. Belongs to the reader's thread.
 */
final class TopicIds {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Supplier<KafkaFuture<Map<String, TopicDescription>>> broker;
  private final List<String> topics;
  private final Map<String, String> ids = new HashMap<>();
  private KafkaFuture<Map<String, TopicDescription>> asked;
  private Instant askedAt = Instant.EPOCH;
  private Instant answeredAt;
  private String trouble = "the broker has not answered yet";

  /**
   * @param broker asked for the topics, all of them
   */
  TopicIds(Supplier<KafkaFuture<Map<String, TopicDescription>>> broker, List<String> topics) {
    this.broker = broker;
    this.topics = topics;
  }

  /**
   * Asks when it is time to, and takes an answer that has come.
   *
   * @throws ReaderRefused if a topic is no longer the one that it was
   */
  void turn(Instant now) {
    if (asked == null && !now.isBefore(askedAt.plus(EVERY))) {
      asked = broker.get();
      askedAt = now;
    }
    if (asked != null && asked.isDone()) take(now);
  }

  /**
   * Waits for a new answer.
   *
   * @throws ReaderRefused if a topic is no longer the one that it was
   */
  void askNow(Instant now) {
    asked = broker.get();
    take(now);
  }

  boolean known() {
    return ids.keySet().containsAll(topics);
  }

  String id(String topic) {
    return ids.get(topic);
  }

  /** When the broker last named all topics, or null. */
  Instant answeredAt() {
    return answeredAt;
  }

  /** Why the ids are not known, or null. */
  String trouble() {
    return trouble;
  }

  private void take(Instant now) {
    try {
      asked.get().forEach((topic, description) -> take(topic, description.topicId().toString()));
      answeredAt = now;
      trouble = null;
    } catch (ExecutionException failure) {
      trouble = "the broker does not name the topics: " + Failure.line(failure.getCause());
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    } finally {
      asked = null;
    }
  }

  private void take(String topic, String found) {
    String known = ids.putIfAbsent(topic, found);
    if (known != null && !known.equals(found)) throw ReaderRefused.otherTopic(topic, known, found);
  }
}
