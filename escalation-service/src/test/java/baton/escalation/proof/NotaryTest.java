package baton.escalation.proof;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.proof.Verdict;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Notaries that are killed, and several at once. The service's own runs all the while; these sign
 * whenever something is new.
 */
@QuarkusTest
@Stepped
class NotaryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 8;

  @Inject Transactions transactions;
  @Inject SigningKey key;
  @Inject CheckpointPublisher publisher;
  @Inject AlteredFindings findings;

  private Live live;
  private Instant now;

  @BeforeEach
  void begin() {
    live = new Live();
    now = live.stepTo(live.now().plus(Duration.ofDays(1)));
  }

  @AfterEach
  void end() {
    live.close();
  }

  /** As a killed process leaves it: nothing of a step is there whose transaction had not ended. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void one_that_is_killed_in_the_middle_leaves_nothing_half_done() {
    var notary = notary();
    for (int i = 0; i < ROUNDS; i++) {
      tell();
      assertThatThrownBy(
              () ->
                  transactions.inTransaction(
                      () -> {
                        notary.append();
                        notary.sign(Instant.now());
                        throw new Killed();
                      }))
          .isInstanceOf(Killed.class);
      if (i % 2 == 0) work(notary);
    }
    everythingIsSignedOnce(notary);
  }

  @Test
  void what_was_published_before_a_kill_is_published_again_in_the_same_bytes() {
    tell();
    var notary = notary();
    everythingIsSignedOnce(notary);
    await().atMost(PATIENCE).until(() -> unpublished() == 0);
    // Sent, and killed before that was noted.
    CheckpointTable.Row last = newest();
    execute("update proof_checkpoint set published = false where tree = ? and size = ?", last);
    publisher.publish();

    await()
        .atMost(PATIENCE)
        .until(() -> published().stream().filter(last.note()::equals).count() == 2);
  }

  @Test
  void two_at_once_make_one_tree() {
    var stop = new AtomicBoolean();
    var others = List.of(notary(), notary());
    var working =
        others.stream()
            .map(
                notary ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (!stop.get()) work(notary);
                        }))
            .toList();
    try {
      for (int i = 0; i < ROUNDS; i++) tell();
    } finally {
      stop.set(true);
      working.forEach(CompletableFuture::join);
    }
    everythingIsSignedOnce(others.getFirst());
  }

  @Test
  void a_tree_that_was_altered_below_what_was_signed_is_signed_no_further() {
    var notary = notary();
    Story story;
    long tree;
    do {
      story = tell();
      everythingIsSignedOnce(notary);
      tree = treeOf(story);
    } while (aTileIsNearlyFull(signedOf(tree)));
    long size = signedOf(tree);
    flip(tree, size);
    try {
      story.offeredToAssessor(now);
      live.others().tell(List.of(story.last()));
      now = live.stepTo(now.plusSeconds(10));
      long altered = tree;
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                work(notary);
                return count("select size from proof_tree where id = " + altered) > size;
              });
      work(notary);

      assertThat(signedOf(tree)).isEqualTo(size);
      assertThat(found())
          .singleElement()
          .asString()
          .contains("first %d leaves have another root".formatted(size));
    } finally {
      flip(tree, size);
    }
    everythingIsSignedOnce(notary);
    assertThat(found()).isEmpty();
  }

  private static List<String> found() {
    List<String> all =
        Live.get("/escalations?kind=LOG_ALTERED&state=open").extract().path("items.sentence");
    return all.stream().filter(each -> each.contains("another root")).toList();
  }

  /** Then what is told meanwhile could be summed up one level higher, altered for good. */
  private static boolean aTileIsNearlyFull(long leaves) {
    long within = leaves % Tiles.WIDTH;
    return within == 0 || within > Tiles.WIDTH - 100;
  }

  private long treeOf(Story story) {
    return count(
        "select tree.id from proof_tree tree join archived_event archived using (topic_id,"
            + " partition)"
            + " where archived.referral = '%s' limit 1".formatted(story.referral()));
  }

  private long signedOf(long tree) {
    return count("select max(size) from proof_checkpoint where tree = " + tree);
  }

  private void flip(long tree, long size) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "test")
              .update(
                  "update proof_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)"
                      + " where tree = ? and level = 0 and number = ?",
                  tree,
                  (size - 1) / Tiles.WIDTH);
          return null;
        });
  }

  private Notary notary() {
    return new Notary(transactions, key, findings, Duration.ZERO);
  }

  private static void work(Notary notary) {
    notary.append();
    notary.sign(Instant.now());
  }

  private Story tell() {
    now = now.plusSeconds(10);
    Story story = new Story().receivedAndOpened(now);
    live.others().tell(story);
    now = live.stepTo(now.plusSeconds(10));
    return story;
  }

  /** Every archived event is one leaf, every round is signed once, and all of it verifies. */
  private void everythingIsSignedOnce(Notary notary) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              work(notary);
              return leaves() == archived() && signed() == archived();
            });
    assertThat(
            count(
                "select count(*) from (select round from proof_round group by round having count(*)"
                    + " > 1) as twice"))
        .isZero();
    Exported whole = Exported.of("");
    assertThat(whole.verdict())
        .isInstanceOfSatisfying(
            Verdict.Holds.class, holds -> assertThat(holds.events()).isGreaterThan(0));
  }

  private long leaves() {
    return count("select coalesce(sum(size), 0)::bigint from proof_tree");
  }

  private long signed() {
    return count(
        "select coalesce(sum(size), 0)::bigint from (select max(size) as size from"
            + " proof_checkpoint group by tree) as last");
  }

  private long archived() {
    return count(
        "select count(*) from archived_event where topic in ('baton.referrals', 'baton.register')");
  }

  private long unpublished() {
    return count("select count(*) from proof_checkpoint where not published");
  }

  private long count(String sql) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "test")
                .find(sql, row -> row.getLong(1))
                .orElseThrow());
  }

  private void execute(String sql, CheckpointTable.Row row) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "test").update(sql, row.tree(), row.size());
          return null;
        });
  }

  private CheckpointTable.Row newest() {
    return transactions.inTransaction(
        () -> {
          var table = CheckpointTable.on(transactions.connection());
          return table.ofRound(table.lastRound()).stream()
              .max(Comparator.comparing(CheckpointTable.Row::round))
              .orElseThrow();
        });
  }

  /** Every note on the topic, in order. */
  private static List<String> published() {
    Map<String, Object> kafka = Map.of("bootstrap.servers", RealParts.get().kafka());
    var notes = new ArrayList<String>();
    LogScan.read(
        kafka,
        List.of(Topics.CHECKPOINTS),
        Map.of(),
        LogScan.ends(kafka, List.of(Topics.CHECKPOINTS)),
        record -> notes.add(new String(record.value(), StandardCharsets.UTF_8)),
        handed -> {},
        () -> false);
    return notes;
  }
}
