package baton.escalation.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.contract.EventId;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.escalation.proof.model.LeafWalk.Difference;
import baton.journal.store.PageBytes;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The archive as somebody with the database's password could leave it. */
@QuarkusTest
@Stepped
class ArchiveComparerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long FAR_AWAY = 1_000_000_000;

  @Inject ArchiveComparer comparer;
  @Inject LogComparisons comparisons;
  @Inject Transactions transactions;

  private Live live;
  private Story story;
  private Tree tree;
  private List<Row> rows;

  private record Row(String topicId, int partition, long offset, EventId event) {}

  @BeforeEach
  void begin() {
    live = new Live();
    var start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    story = new Story().receivedAndOpened(start).offeredToAssessor(start.plusSeconds(1));
    live.others().tell(story);
    // Told twice: these places of the log have no row, and no leaf.
    live.others().tell(story);
    story.assessorAccepted(start.plusSeconds(2));
    live.others().tell(List.of(story.last()));
    live.stepTo(start.plusSeconds(10));
    rows = archived();
    tree = await().atMost(PATIENCE).until(this::treeOfAll, Optional::isPresent).get();
  }

  @AfterEach
  void end() {
    assertThat(comparer.compare(tree, (of, taker) -> {})).as("what was done is undone").isEmpty();
    assertThat(found()).isEmpty();
    live.close();
  }

  @Test
  void a_flipped_byte_is_found_wherever_it_is_and_the_event_named() {
    for (Row row : rows) {
      flip(row);
      try {
        assertThat(comparer.compare(tree, (of, taker) -> {}))
            .get()
            .extracting(Difference::kind, Difference::offset)
            .containsExactly(Difference.Kind.CHANGED, row.offset());
      } finally {
        flip(row);
      }
    }
    Row last = rows.getLast();
    flip(last);
    try {
      comparisons.compareAll();
      assertThat(found())
          .singleElement()
          .asString()
          .startsWith("the archive of " + tree.origin())
          .contains("other bytes of event " + last.event());
    } finally {
      flip(last);
    }
  }

  @Test
  void a_row_that_is_gone_is_found_and_the_event_named() {
    Row row = rows.get(1);
    move(row.offset(), row.offset() + FAR_AWAY);
    try {
      comparisons.compareAll();
      assertThat(found())
          .singleElement()
          .asString()
          .contains("has lost event " + row.event(), "@" + row.offset());
    } finally {
      move(row.offset() + FAR_AWAY, row.offset());
    }
  }

  @Test
  void a_row_that_was_slipped_in_is_found_and_holds_up_no_export() {
    List<String> events = exported();
    long between = rows.get(rows.size() - 2).offset() + 1;
    assertThat(rows.getLast().offset()).isGreaterThan(between);
    update(
        "insert into archived_event (topic_id, partition, log_offset, topic, referral, value)"
            + " values (?, ?, ?, ?, ?, ?)",
        tree.topicId(),
        tree.partition(),
        between,
        tree.topic(),
        story.referral(),
        // So that there is a page of the export with nothing else on it.
        new byte[PageBytes.MAX + 1]);
    try {
      comparisons.compareAll();
      assertThat(found()).singleElement().asString().contains("was not there", "@" + between);
      assertThat(exported()).isEqualTo(events);
    } finally {
      update(
          "delete from archived_event where topic_id = ? and partition = ? and log_offset = ?",
          tree.topicId(),
          tree.partition(),
          between);
    }
  }

  /** Once all of it is signed. */
  private List<String> exported() {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Live.get("/audit/export?referral=" + story.referral())
                    .extract()
                    .asString()
                    .lines()
                    .toList(),
            lines -> lines.size() == rows.size());
  }

  private List<String> found() {
    List<String> all =
        Live.get("/escalations?kind=LOG_ALTERED&state=open").extract().path("items.sentence");
    return all.stream().filter(each -> each.contains(tree.origin())).toList();
  }

  private List<Row> archived() {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select topic_id, partition, log_offset, event_id from archived_event"
                        + " where referral = ? order by log_offset",
                    row ->
                        new Row(
                            row.getString("topic_id"),
                            row.getInt("partition"),
                            row.getLong("log_offset"),
                            new EventId(row.getObject("event_id", UUID.class))),
                    story.referral()));
  }

  /** Once every row is a leaf. */
  private Optional<Tree> treeOfAll() {
    Row last = rows.getLast();
    return comparer.trees().stream()
        .filter(each -> each.topicId().equals(last.topicId()))
        .filter(each -> each.partition() == last.partition())
        .filter(each -> each.nextOffset() > last.offset())
        .findFirst();
  }

  private void flip(Row row) {
    update(
        "update archived_event set value = set_byte(value, length(value) - 3,"
            + " get_byte(value, length(value) - 3) # 1) where event_id = ?",
        row.event());
  }

  /** Where no reader has been, so that it is no leaf to be either. */
  private void move(long from, long to) {
    update(
        "update archived_event set log_offset = ?"
            + " where topic_id = ? and partition = ? and log_offset = ?",
        to,
        tree.topicId(),
        tree.partition(),
        from);
  }

  private void update(String statement, Object... values) {
    transactions.inTransaction(
        () -> {
          sql().update(statement, values);
          return null;
        });
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "test");
  }
}
