package baton.allocation.feed;

import baton.allocation.feed.FeedReading.OpenedAt;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.platform.topics.TopicTask;
import baton.platform.topics.TopicWork;
import baton.platform.topics.TopicWorkers;
import baton.platform.wiring.LogConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Sends each force's feed to the force's topic, where it has one that lacks something. */
@ApplicationScoped
public class FeedTask implements TopicTask {
  private final FeedReading reading;
  private final Transactions transactions;
  private final DatabaseGate gate;
  private final Map<String, Object> kafka;
  private final TopicLag lag;
  private final PageRoom room = new PageRoom();

  /** What was opened and not delivered yet: whoever goes on does not open it again. */
  private final Map<Topic, Set<OpenedAt>> opened = new HashMap<>();

  public FeedTask(
      FeedReading reading,
      Transactions transactions,
      DatabaseGate gate,
      BatonConfig config,
      MeterRegistry meters) {
    this.reading = reading;
    this.transactions = transactions;
    this.gate = gate;
    this.kafka = LogConnection.of(config);
    this.lag = new TopicLag(transactions, meters);
  }

  void start(@Observes StartupEvent started, FeedNews news, TopicWorkers workers) {
    news.wake(workers::wake);
  }

  @Override
  public FeedTopic kind() {
    return FeedTopic.DISSEMINATIONS;
  }

  @Override
  public List<Topic> due(List<Topic> there) {
    opened.keySet().retainAll(there);
    Map<Topic, Long> behind = lag.of(there);
    return there.stream().filter(topic -> behind.get(topic) > 0).toList();
  }

  @Override
  public TopicWork workAt(Topic topic) {
    Set<OpenedAt> undelivered = opened.computeIfAbsent(topic, _ -> ConcurrentHashMap.newKeySet());
    return new TopicPublisher(
        topic.name(),
        () -> new KafkaProducer<>(TopicSettings.producer(kafka, topic.name())),
        (producer, lane) ->
            new TopicSession(
                topic, reading, transactions, gate, room, undelivered, lane, producer));
  }
}
