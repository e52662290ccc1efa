package baton.escalation.proof;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as somebody with the broker's disk could leave it. */
@QuarkusTest
@Stepped
class LogComparerTest {
  @Inject LogComparer comparer;
  @Inject LogComparisons comparisons;

  private Live live;
  private Tree tree;
  private List<Written> records;

  private record Written(long offset, byte[] value) {
    String event() {
      return Envelope.parse(value).id();
    }
  }

  @BeforeEach
  void begin() {
    live = new Live();
    var start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    Story story = new Story().receivedAndOpened(start).offeredToAssessor(start.plusSeconds(1));
    live.others().tell(story);
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));
    tree = await().until(() -> treeOf(story), Optional::isPresent).get();
    records = read(tree);
  }

  @AfterEach
  void end() {
    comparer.compare(tree, this::asItIs);
    live.close();
  }

  @Test
  void the_log_as_it_is_has_no_difference() {
    comparisons.compareAll();

    assertThat(found("open")).isEmpty();
  }

  @Test
  void what_was_done_to_it_is_named() {
    for (int i = 0; i < 3; i++) {
      int at = i;
      String event = records.get(at).event();
      finds(event, list -> list.set(at, flipped(list.get(at))));
      finds(event, list -> list.remove(at));
      finds(event, list -> list.subList(at, list.size()).clear());
      finds(event, list -> swap(list, at, at + 1));
      finds(event, list -> insert(list, at));
      finds(event, list -> fork(list, at));
    }
    finds(
        "that was not there",
        list -> list.add(new Written(tree.nextOffset(), flipped(list.getFirst()).value())));
  }

  private void finds(String event, Consumer<List<Written>> done) {
    var altered = new ArrayList<>(records);
    done.accept(altered);
    comparer.compare(
        tree,
        (of, taker) -> {
          for (Written each : altered) if (!taker.take(each.offset(), each.value())) return;
        });

    assertThat(found("open")).singleElement().asString().contains(event);
    comparer.compare(tree, this::asItIs);
    assertThat(found("open")).isEmpty();
  }

  private static List<String> found(String state) {
    return Live.get("/escalations?kind=LOG_ALTERED&state=" + state)
        .extract()
        .path("items.sentence");
  }

  private void asItIs(Tree of, LogComparer.Taker taker) {
    for (Written each : records) taker.take(each.offset(), each.value());
  }

  private static Written flipped(Written record) {
    byte[] value = record.value().clone();
    value[value.length - 3] ^= 1;
    return new Written(record.offset(), value);
  }

  private static void swap(List<Written> list, int one, int other) {
    Written first = list.get(one);
    Written second = list.get(other);
    list.set(one, new Written(first.offset(), second.value()));
    list.set(other, new Written(second.offset(), first.value()));
  }

  /** What stood there and behind it stands one place further on. */
  private static void insert(List<Written> list, int at) {
    var added = new Written(list.get(at).offset(), flipped(list.getFirst()).value());
    list.subList(at, list.size()).replaceAll(each -> new Written(each.offset() + 1, each.value()));
    list.add(at, added);
  }

  /** From there on it is another log. */
  private static void fork(List<Written> list, int at) {
    list.subList(at, list.size()).replaceAll(LogComparerTest::flipped);
  }

  /** Once all of it are leaves. */
  private Optional<Tree> treeOf(Story story) {
    return comparer.trees().stream()
        .filter(each -> each.topic().equals(Topics.REFERRALS))
        .filter(
            each ->
                read(each).stream()
                        .filter(
                            record ->
                                new String(record.value()).contains(story.referral().toString()))
                        .count()
                    >= story.events().size())
        .filter(each -> comparer.compare(each, this::scanned).isEmpty())
        .findFirst();
  }

  private void scanned(Tree of, LogComparer.Taker taker) {
    for (Written each : read(of)) if (!taker.take(each.offset(), each.value())) return;
  }

  private static List<Written> read(Tree tree) {
    var written = new ArrayList<Written>();
    var place = new TopicPartition(tree.topic(), tree.partition());
    LogScan.read(
        Map.of("bootstrap.servers", RealParts.get().kafka()),
        List.of(tree.topic()),
        Map.of(),
        Map.of(place, tree.nextOffset()),
        record -> written.add(new Written(record.offset(), record.value())),
        handed -> {},
        () -> false);
    return written;
  }
}
