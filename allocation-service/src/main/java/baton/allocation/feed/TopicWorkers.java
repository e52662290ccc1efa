package baton.allocation.feed;

import baton.allocation.feed.FeedReading.OpenedAt;
import baton.allocation.feed.ForceTopics.Topic;
import baton.contract.OrganisationCode;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.quota.Pace;
import baton.platform.wiring.JournalLife;
import baton.platform.wiring.LogConnection;
import baton.platform.wiring.OwnConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each force's feed to the force's topic and takes what the force sends, where it has these
 * topics. The instances share the topics: whoever first sees that something is to be done takes the
 * topic's lock, and keeps it until its work ends. The lock keeps two from working by turns; that
 * none sends after another took over is the broker's to ensure, and that no command is done twice
 * the database's.
 */
@ApplicationScoped
public class TopicWorkers {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWorkers.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration FINISH_MAX = Duration.ofSeconds(5);

  private final FeedReading reading;
  private final CommandIntake intake;
  private final Pace pace;
  private final Transactions transactions;
  private final JournalLife life;
  private final FeedNews news;
  private final Map<String, Object> kafka;
  private final ForceTopics topics;
  private final TopicLocks locks;
  private final TopicLag lag;
  private final DatabaseGate gate = new DatabaseGate();
  private final PageRoom room = new PageRoom();
  private final Map<Topic, Working> working = new ConcurrentHashMap<>();

  /** Told to stop, and not this instance's any more. */
  private final List<Working> ending = new ArrayList<>();

  /** What was opened and not delivered yet: whoever goes on does not open it again. */
  private final Map<Topic, Set<OpenedAt>> opened = new HashMap<>();

  private final Semaphore signal = new Semaphore(0);
  private final Thread looking = Thread.ofPlatform().name("force-topics").unstarted(this::look);
  private volatile boolean stopped;

  public TopicWorkers(
      FeedReading reading,
      CommandIntake intake,
      Pace pace,
      Transactions transactions,
      JournalLife life,
      FeedNews news,
      BatonConfig config,
      MeterRegistry meters) {
    this.reading = reading;
    this.intake = intake;
    this.pace = pace;
    this.transactions = transactions;
    this.life = life;
    this.news = news;
    this.kafka = LogConnection.of(config);
    this.topics = new ForceTopics(TopicSettings.admin(kafka));
    this.locks = new TopicLocks(OwnConnection.of(config, "topics"));
    this.lag = new TopicLag(transactions, meters);
  }

  private record Working(String topic, TopicWork work, Thread thread) {}

  void start(@Observes StartupEvent started) {
    news.wake(this::wake);
    looking.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    stopped = true;
    signal.release();
    looking.join();
    working.values().forEach(each -> each.work().stop());
    long until = System.nanoTime() + FINISH_MAX.toNanos();
    ending.addAll(working.values());
    for (Working each : ending)
      if (!each.thread().join(Duration.ofNanos(Math.max(1, until - System.nanoTime()))))
        each.thread().interrupt();
    locks.close();
    topics.close();
  }

  private void wake(Set<OrganisationCode> forces) {
    working.forEach(
        (topic, each) -> {
          if (forces.contains(topic.force())) each.work().wake();
        });
    signal.release();
  }

  private void look() {
    while (!stopped) {
      try {
        if (life.connected()) turn();
        signal.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
      } catch (InterruptedException ended) {
        return;
      } catch (SQLException | RuntimeException failure) {
        LOG.warn("The forces' topics are looked at again soon: {}", failure.getMessage());
        await();
      }
    }
  }

  private void await() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws SQLException {
    List<Topic> there = topics.all();
    // First of all: whoever lost the database, and with it the locks, sends no more.
    tend(Set.copyOf(there));
    var feeds = there.stream().filter(t -> t.kind() == FeedTopic.DISSEMINATIONS).toList();
    Map<Topic, Long> behind = lag.of(feeds);
    for (Topic topic : there)
      if (topic.kind() == FeedTopic.COMMANDS || behind.get(topic) > 0) work(topic);
  }

  /** Gives back what is done with; without its session nothing is this instance's any more. */
  private void tend(Set<Topic> there) throws SQLException {
    ending.removeIf(each -> each.work().ended());
    opened.keySet().retainAll(there);
    if (working.isEmpty()) return;
    if (!locks.intact()) {
      LOG.warn("The session that holds the topics' locks is gone: each is taken anew");
      working.values().forEach(each -> each.work().stop());
      ending.addAll(working.values());
      working.clear();
      locks.close();
      return;
    }
    for (var each : Map.copyOf(working).entrySet()) {
      TopicWork work = each.getValue().work();
      if (!there.contains(each.getKey())) work.stop();
      if (!work.ended()) continue;
      working.remove(each.getKey());
      locks.release(each.getKey().name());
    }
  }

  private void work(Topic topic) throws SQLException {
    Working here = working.get(topic);
    if (here != null) here.work().wake();
    else if (!isBusy(topic.name()) && locks.take(topic.name())) {
      TopicWork work = made(topic);
      Thread thread = Thread.ofVirtual().name(topic.name()).start(work);
      working.put(topic, new Working(topic.name(), work, thread));
    }
  }

  /** With a topic of that name that is gone, or was lost: its lock would be given twice. */
  private boolean isBusy(String name) {
    return Stream.concat(working.values().stream(), ending.stream())
        .anyMatch(each -> each.topic().equals(name));
  }

  private TopicWork made(Topic topic) {
    Set<OpenedAt> undelivered = opened.computeIfAbsent(topic, _ -> ConcurrentHashMap.newKeySet());
    return switch (topic.kind()) {
      case DISSEMINATIONS ->
          new TopicPublisher(
              topic.name(),
              () -> new KafkaProducer<>(TopicSettings.producer(kafka, topic.name())),
              (producer, lane) ->
                  new TopicSession(
                      topic, reading, transactions, gate, room, undelivered, lane, producer));
      case COMMANDS ->
          new CommandReader(
              topic,
              () -> new KafkaConsumer<>(TopicSettings.consumer(kafka)),
              intake,
              gate,
              transactions,
              pace);
    };
  }
}
