package baton.platform.topics;

import baton.contract.OrganisationCode;
import baton.contract.feed.FeedTopic;
import baton.platform.BatonConfig;
import baton.platform.topics.ForceTopics.Topic;
import baton.platform.wiring.JournalLife;
import baton.platform.wiring.LogConnection;
import baton.platform.wiring.OwnConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what this service has to do at the forces' topics. The instances share the topics: whoever
 * first sees that something is to be done takes the topic's lock, and keeps it until its work ends.
 * The lock keeps two from working by turns; that none sends after another took over is the broker's
 * to ensure, and that no command is done twice the database's.
 */
@ApplicationScoped
public class TopicWorkers {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWorkers.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration FINISH_MAX = Duration.ofSeconds(5);

  private final Map<FeedTopic, TopicTask> tasks = new EnumMap<>(FeedTopic.class);
  private final JournalLife life;
  private final ForceTopics topics;
  private final TopicLocks locks;
  private final Map<Topic, Working> working = new ConcurrentHashMap<>();

  /** Told to stop, and not this instance's any more. */
  private final List<Working> ending = new ArrayList<>();

  private final Semaphore signal = new Semaphore(0);
  private final Thread looking = Thread.ofPlatform().name("force-topics").unstarted(this::look);
  private volatile boolean stopped;

  public TopicWorkers(@Any Instance<TopicTask> all, JournalLife life, BatonConfig config) {
    for (TopicTask task : all) if (task.wanted()) tasks.put(task.kind(), task);
    this.life = life;
    this.topics = new ForceTopics(TopicClients.admin(LogConnection.of(config)));
    this.locks = new TopicLocks(OwnConnection.of(config, "topics"));
  }

  private record Working(String topic, TopicWork work, Thread thread) {}

  void start(@Observes StartupEvent started) {
    if (!tasks.isEmpty()) looking.start();
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

  /** There may be something to do for these. Blocks nobody. */
  public void wake(Set<OrganisationCode> forces) {
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
    for (TopicTask task : tasks.values())
      for (Topic due : task.due(there.stream().filter(t -> t.kind() == task.kind()).toList()))
        work(due, task);
  }

  /** Gives back what is done with; without its session nothing is this instance's any more. */
  private void tend(Set<Topic> there) throws SQLException {
    ending.removeIf(each -> each.work().ended());
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

  private void work(Topic topic, TopicTask task) throws SQLException {
    Working here = working.get(topic);
    if (here != null) here.work().wake();
    else if (!isBusy(topic.name()) && locks.take(topic.name())) {
      TopicWork work = task.workAt(topic);
      Thread thread = Thread.ofVirtual().name(topic.name()).start(work);
      working.put(topic, new Working(topic.name(), work, thread));
    }
  }

  /** With a topic of that name that is gone, or was lost: its lock would be given twice. */
  private boolean isBusy(String name) {
    return Stream.concat(working.values().stream(), ending.stream())
        .anyMatch(each -> each.topic().equals(name));
  }
}
