package baton.allocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.OrganisationCode;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.commands.CommandDesk;
import baton.platform.commands.CommandPlaces;
import baton.platform.commands.CommandPlaces.Place;
import baton.platform.commands.CommandPlaces.TakenByAnother;
import baton.platform.commands.CommandReader;
import baton.platform.commands.CommandRecovery;
import baton.platform.quota.Pace;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which commands are done, given up or left, from which place; what they do is another matter. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@Timeout(120)
class CommandReaderTest {
  private final Topic topic =
      new Topic(FeedTopic.COMMANDS, OrganisationCode.of("58"), Uuid.randomUuid());
  private final TopicPartition partition = new TopicPartition(topic.name(), 0);
  private final Desk desk = new Desk();

  @Inject Transactions transactions;
  @Inject Pace pace;
  @Inject CommandRecovery recovery;

  @Test
  void a_command_that_always_fails_is_given_up_after_five_tries_and_the_next_is_done() {
    desk.failing = 0;
    read(0, 2);
    assertThat(desk.done)
        .containsExactly("take 0", "take 0", "take 0", "take 0", "take 0", "give up 0", "take 1");
  }

  @Test
  void an_error_of_the_machine_is_a_try_and_ends_nothing() {
    desk.failing = 0;
    desk.failure = OutOfMemoryError::new;
    read(0, 2);
    assertThat(desk.done).filteredOn(each -> each.equals("take 0")).hasSize(5);
    assertThat(desk.done).endsWith("give up 0", "take 1");
  }

  @Test
  void who_begins_anew_goes_on_from_the_place_in_the_database() {
    read(0, 2);
    read(0, 3);
    assertThat(desk.done).containsExactly("take 0", "take 1", "take 2");
  }

  @Test
  void a_topic_that_lost_its_end_is_not_done_again() {
    read(0, 5);
    desk.done.clear();
    read(1, 3);
    assertThat(desk.done).containsExactly("leave 1", "leave 2");
    read(1, 4);
    assertThat(desk.done).containsExactly("leave 1", "leave 2", "take 3");
  }

  @Test
  void what_the_topic_no_longer_keeps_is_passed_over() {
    read(0, 1);
    read(3, 4);
    assertThat(desk.done).containsExactly("take 0", "take 3");
  }

  @Test
  void behind_a_recovery_nothing_that_is_there_is_done_and_what_comes_later_is() {
    assertThat(new Place(2, 0, 0).within(0, 5, 1)).isEqualTo(new Place(2, 5, 1));
    assertThat(Place.FIRST.within(0, 5, 1)).isEqualTo(new Place(0, 5, 1));
    assertThat(new Place(2, 5, 1).within(0, 9, 1)).isEqualTo(new Place(2, 5, 1));
    assertThat(new Place(2, 5, 1).isUnsure(4)).isTrue();
    assertThat(new Place(2, 5, 1).isUnsure(5)).isFalse();
  }

  @Test
  void a_recovery_is_known_from_the_transaction_that_brings_events_back() {
    long before = places(CommandPlaces::recovery);
    try {
      transactions.inTransaction(
          () -> {
            recovery.returned(List.of(), transactions.connection());
            assertThat(CommandPlaces.on(transactions.connection()).recovery())
                .isGreaterThan(before);
            throw new IllegalStateException("undone, for others read their commands here");
          });
    } catch (IllegalStateException undone) {
      assertThat(places(CommandPlaces::recovery)).isEqualTo(before);
    }
  }

  @Test
  void a_place_moves_only_from_where_it_stands_and_only_on() {
    move(0, 4);
    assertThatThrownBy(() -> move(0, 5)).isInstanceOf(TakenByAnother.class);
    assertThatThrownBy(() -> move(4, 3)).isInstanceOf(TakenByAnother.class);
    move(4, 6);
    Map<Integer, Place> stored = places(all -> all.of(topic));
    assertThat(stored).isEqualTo(Map.of(0, new Place(6, 0, 0)));
  }

  /** Reads a topic that holds these, until the last was dealt with. */
  private void read(long begin, long end) {
    var consumer = new MockConsumer<byte[], byte[]>("none");
    consumer.updatePartitions(
        topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(partition, begin));
    consumer.updateEndOffsets(Map.of(partition, end));
    consumer.schedulePollTask(
        () -> {
          for (long offset = begin; offset < end; offset++)
            if (offset >= consumer.position(partition))
              consumer.addRecord(
                  new ConsumerRecord<>(topic.name(), 0, offset, null, "x".getBytes(UTF_8)));
        });
    var reader = reader(consumer);
    desk.last = end - 1;
    desk.reader = reader;
    reader.run();
    assertThat(reader.ended()).isTrue();
  }

  private CommandReader reader(Consumer<byte[], byte[]> consumer) {
    return new CommandReader(topic, () -> consumer, desk, new DatabaseGate(), transactions, pace);
  }

  private void move(long from, long to) {
    places(
        stored -> {
          stored.move(topic, 0, from, to);
          return null;
        });
  }

  private <T> T places(Function<CommandPlaces, T> work) {
    return transactions.inTransaction(
        () -> work.apply(CommandPlaces.on(transactions.connection())));
  }

  /** Says what it was asked to do, and ends the reading after the last. */
  private final class Desk implements CommandDesk {
    private final List<String> done = new ArrayList<>();
    private CommandReader reader;
    private long last;
    private long failing = -1;
    private Supplier<Throwable> failure = IllegalStateException::new;

    @Override
    public void take(Sent sent) {
      done.add("take " + sent.record().offset());
      if (sent.record().offset() == failing) throw thrown(failure.get());
      dealtWith(sent);
    }

    @Override
    public void giveUp(Sent sent) {
      done.add("give up " + sent.record().offset());
      dealtWith(sent);
    }

    @Override
    public void leave(Sent sent) {
      done.add("leave " + sent.record().offset());
      dealtWith(sent);
    }

    private void dealtWith(Sent sent) {
      move(sent.from(), sent.next());
      if (sent.record().offset() == last) reader.stop();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException thrown(Throwable failure) throws T {
    throw (T) failure;
  }
}
