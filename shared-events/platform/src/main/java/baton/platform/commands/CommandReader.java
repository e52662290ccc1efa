package baton.platform.commands;

import baton.journal.reader.Failure;
import baton.journal.store.Transactions;
import baton.platform.commands.CommandDesk.Sent;
import baton.platform.commands.CommandPlaces.Place;
import baton.platform.commands.CommandPlaces.TakenByAnother;
import baton.platform.quota.Pace;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.platform.topics.TopicWork;
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
 * Reads one force's commands topic for one service, one command after the other, from the places
 * that stand in the database. A command at which Baton fails again and again is answered so, and
 * those behind it are done; while nothing can be done or answered, it waits. Where its place was
 * lost, with the database or with the end of the topic, nothing is done twice: what is there is
 * answered as not known.
 */
public final class CommandReader implements TopicWork {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_SHORTEST = Duration.ofMillis(100);
  private static final Duration PAUSE_LONGEST = Duration.ofSeconds(5);

  /** A topic may be given more partitions. */
  private static final Duration PARTITIONS_EVERY = Duration.ofSeconds(30);

  private final Topic topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final CommandDesk desk;
  private final DatabaseGate gate;
  private final Transactions transactions;
  private final Pace pace;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<Integer, Place> places = new HashMap<>();
  private volatile boolean ended;
  private Duration pause = PAUSE_SHORTEST;

  public CommandReader(
      Topic topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      CommandDesk desk,
      DatabaseGate gate,
      Transactions transactions,
      Pace pace) {
    this.topic = topic;
    this.consumers = consumers;
    this.desk = desk;
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
    } catch (RuntimeException | Error failure) {
      LOG.warn("Commands of {} are read again soon: {}", topic.name(), failure.toString());
      waited();
    }
  }

  private List<TopicPartition> placed(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    places.clear();
    transactions.inTransaction(
        () -> {
          var stored = CommandPlaces.on(transactions.connection());
          Map<Integer, Place> known = stored.of(topic);
          long recovery = stored.recovery();
          for (TopicPartition each : partitions) {
            Place was = known.getOrDefault(each.partition(), Place.FIRST);
            Place is = was.within(begins.get(each), ends.get(each), recovery);
            if (!is.equals(was)) stored.put(topic, each.partition(), was.next(), is);
            if (begins.get(each) > is.next())
              LOG.error(
                  "Commands of {} from offset {} to {} are gone from the topic and were never taken:"
                      + " they were kept for too short, or somebody deleted them",
                  each,
                  is.next(),
                  begins.get(each) - 1);
            if (is.isUnsure(is.next()) && !is.equals(was))
              LOG.error(
                  "Whether commands of {} before offset {} were done is not known: the place was"
                      + " lost, with the database or with the end of the topic; those that have no"
                      + " answer are answered so",
                  each,
                  is.unsureBefore());
            places.put(each.partition(), is);
          }
          return null;
        });
    consumer.assign(partitions);
    // What is no longer kept cannot be taken.
    for (TopicPartition each : partitions)
      consumer.seek(each, Math.max(begins.get(each), places.get(each.partition()).next()));
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
    Place place = places.get(record.partition());
    var sent = new Sent(topic, record, place.next());
    var tries = new CommandTries();
    while (!taken(sent, place.isUnsure(record.offset()), tries)) {
      waited();
      if (stopped()) return;
    }
    pause = PAUSE_SHORTEST;
    places.put(record.partition(), new Place(sent.next(), place.unsureBefore(), place.recovery()));
  }

  /** False where it is to be tried again. */
  private boolean taken(Sent sent, boolean unsure, CommandTries tries) {
    try {
      return gate.through(
          () -> {
            if (unsure) desk.leave(sent);
            else if (tries.areOver()) desk.giveUp(sent);
            else desk.take(sent);
            return true;
          });
    } catch (TakenByAnother | InterruptException end) {
      throw end;
    } catch (RuntimeException | Error failure) {
      tries.failed(failure);
      String told = "The command at offset {} of {} failed and is tried again";
      if (CommandTries.isItsOwn(failure))
        LOG.error(told, sent.record().offset(), topic.name(), failure);
      else LOG.warn(told + ": {}", sent.record().offset(), topic.name(), Failure.line(failure));
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
