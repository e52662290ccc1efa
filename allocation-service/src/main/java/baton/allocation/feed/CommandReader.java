package baton.allocation.feed;

import baton.allocation.feed.CommandIntake.Sent;
import baton.allocation.feed.CommandPlaces.TakenByAnother;
import baton.allocation.feed.ForceTopics.Topic;
import baton.journal.store.Transactions;
import baton.platform.quota.Pace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one force's commands topic, one command after the other, from the places that stand in the
 * database. A command at which Baton fails again and again is answered so, and those behind it are
 * done; while nothing can be done or answered, it waits.
 */
final class CommandReader implements TopicWork {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_SHORTEST = Duration.ofMillis(100);
  private static final Duration PAUSE_LONGEST = Duration.ofSeconds(5);

  /** Of one command; some seconds in all. */
  private static final int TRIES_MAX = 5;

  /** A topic may be given more partitions. */
  private static final Duration PARTITIONS_EVERY = Duration.ofSeconds(30);

  private final Topic topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final CommandIntake intake;
  private final DatabaseGate gate;
  private final Transactions transactions;
  private final Pace pace;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<Integer, Long> places = new HashMap<>();
  private volatile boolean ended;
  private Duration pause = PAUSE_SHORTEST;

  CommandReader(
      Topic topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      CommandIntake intake,
      DatabaseGate gate,
      Transactions transactions,
      Pace pace) {
    this.topic = topic;
    this.consumers = consumers;
    this.intake = intake;
    this.gate = gate;
    this.transactions = transactions;
    this.pace = pace;
  }

  /** It asks the broker all the time. */
  @Override
  public void wake() {}

  @Override
  public void stop() {
    stopping.countDown();
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void run() {
    try {
      while (!stopped()) stretch();
    } catch (InterruptedException | InterruptException stopped) {
      LOG.debug("Reading {} was interrupted", topic.name());
    } finally {
      ended = true;
    }
  }

  private void stretch() throws InterruptedException {
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      List<TopicPartition> partitions = placed(consumer);
      long looked = System.nanoTime();
      while (!stopped()) {
        for (var record : consumer.poll(POLL)) {
          if (stopped()) return;
          take(record);
        }
        if (System.nanoTime() - looked < PARTITIONS_EVERY.toNanos()) continue;
        if (!partitions.equals(partitions(consumer))) return;
        looked = System.nanoTime();
      }
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (TakenByAnother stale) {
      LOG.info("Another instance takes commands too: {}", stale.getMessage());
      waited();
    } catch (RuntimeException failure) {
      LOG.warn("Commands of {} are read again soon: {}", topic.name(), failure.getMessage());
      waited();
    }
  }

  private List<TopicPartition> placed(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    places.clear();
    places.putAll(
        transactions.inTransaction(() -> CommandPlaces.on(transactions.connection()).of(topic)));
    consumer.assign(partitions);
    for (TopicPartition each : partitions)
      consumer.seek(each, places.getOrDefault(each.partition(), 0L));
    return partitions;
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(each -> new TopicPartition(topic.name(), each.partition()))
        .sorted(java.util.Comparator.comparing(TopicPartition::partition))
        .toList();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    pace.keep(topic.force(), 1);
    var sent = new Sent(topic, record, places.getOrDefault(record.partition(), 0L));
    for (int tried = 1; !taken(sent, tried); tried++) {
      waited();
      if (stopped()) return;
    }
    pause = PAUSE_SHORTEST;
    places.put(record.partition(), sent.next());
  }

  /** False where it is to be tried again. */
  private boolean taken(Sent sent, int tried) {
    try {
      return gate.through(
          () -> {
            if (tried <= TRIES_MAX) intake.take(sent);
            else intake.giveUp(sent);
            return true;
          });
    } catch (TakenByAnother | InterruptException end) {
      throw end;
    } catch (RuntimeException failure) {
      LOG.error(
          "The command at offset {} of {} failed, attempt {}",
          sent.record().offset(),
          topic.name(),
          tried,
          failure);
      return false;
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private void waited() throws InterruptedException {
    stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(PAUSE_LONGEST) < 0 ? longer : PAUSE_LONGEST;
  }
}
