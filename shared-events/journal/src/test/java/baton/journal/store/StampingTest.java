package baton.journal.store;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.journal.Samples;
import baton.journal.store.TestReferral.Arrest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Writers of one referral at once, in streams of their own, under a clock that jumps about. */
class StampingTest {
  private static final int WRITERS = 8;
  private static final int EVENTS_EACH = 25;

  private final TestJournal journal = new TestJournal();
  private final ReferralId referral = Samples.newReferral();

  /** What a writer had read before it wrote, and the stream that it wrote to. */
  private record Effect(Instant causeRecorded, String stream, long sequence) {}

  @Test
  void an_effect_is_never_recorded_before_its_cause_and_no_two_share_a_time() throws Exception {
    List<Effect> effects = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<List<Effect>>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) writers.add(threads.submit(write(writer)));
      for (var writer : writers) effects.addAll(writer.get());
    }
    for (Effect effect : effects)
      assertThat(recorded(effect.stream(), effect.sequence())).isAfter(effect.causeRecorded());
    var times = allTimes();
    assertThat(times).hasSize(WRITERS * EVENTS_EACH);
    assertThat(new HashSet<>(times)).hasSameSizeAs(times);
  }

  @Test
  void the_order_of_commits_within_a_referral_is_the_order_of_recorded_times() throws Exception {
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) threads.submit(write(writer));
    }
    List<String> inOrderOfInsertion =
        journal.rows("select time_stamp from event_entry order by global_index").stream()
            .map(row -> row.get("time_stamp"))
            .toList();
    assertThat(inOrderOfInsertion).hasSize(WRITERS * EVENTS_EACH).isSorted();
  }

  /**
   * A reader's batch stamps what it writes and keeps what it read; somebody else stamps both at
   * once, in one order.
   */
  @Test
  void what_was_read_is_locked_with_what_is_written_in_one_order() throws Exception {
    UUID one = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
    UUID two = UUID.fromString("0199aaaa-0000-7000-8000-000000000002");
    var read = new ReferralId(one);
    var written = new ReferralId(two);
    journal.send(new Arrest("first", read, Instant.EPOCH));
    journal.send(new Arrest("second", written, Instant.EPOCH));
    try (var threads = Executors.newFixedThreadPool(1)) {
      var other = new ArrayList<Future<?>>();
      journal.transactions.inTransaction(
          () -> {
            journal.transactions.witnessed(recorded(read));
            journal.send(new Arrest("batch", written, Instant.EPOCH));
            other.add(threads.submit(() -> both(one, two)));
            await().until(this::somebodyWaits);
            return null;
          });
      other.getFirst().get();
    }
    assertThat(journal.rows("select referral from referral_clock")).hasSizeGreaterThanOrEqualTo(2);
  }

  private Void both(UUID one, UUID two) {
    return journal.transactions.inTransaction(
        () -> {
          var keys = new TreeMap<>(Map.of(one, TestJournal.START, two, TestJournal.START));
          ReferralClock.stamp(journal.transactions.connection(), keys, 1);
          return null;
        });
  }

  private boolean somebodyWaits() {
    return !journal
        .rows(
            "select pid::text as waiting from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .isEmpty();
  }

  private static Recorded<ReceiptRepeated> recorded(ReferralId referral) {
    Instant at = TestJournal.START.plusSeconds(60);
    return new Recorded<>(
        EventId.of("0199cccc-0000-7000-8000-000000000009"),
        "/risk-service",
        referral.toString(),
        referral,
        0,
        at,
        at,
        Actor.system("risk-service"),
        OrganisationCode.BATON,
        null,
        null,
        new ReceiptRepeated(referral, "R-1", null));
  }

  private Callable<List<Effect>> write(int writer) {
    return () -> {
      var chance = new Random(writer);
      String stream = "writer-" + writer;
      var effects = new ArrayList<Effect>();
      for (int i = 0; i < EVENTS_EACH; i++) {
        journal.now.set(TestJournal.START.plusMillis(chance.nextInt(2_000) - 1_000));
        effects.add(new Effect(newest(), stream, i));
        journal.send(new Arrest(stream, referral, Instant.EPOCH));
      }
      return effects;
    };
  }

  private Instant newest() {
    String newest =
        journal.rows("select max(time_stamp) as newest from event_entry").getFirst().get("newest");
    return newest == null ? Instant.EPOCH : Instant.parse(newest);
  }

  private List<Instant> allTimes() {
    return journal.rows("select time_stamp from event_entry").stream()
        .map(StampingTest::time)
        .toList();
  }

  private Instant recorded(String stream, long sequence) {
    return time(
        journal
            .rows(
                "select time_stamp from event_entry where aggregate_identifier = '%s' and sequence_number = %d"
                    .formatted(stream, sequence))
            .getFirst());
  }

  private static Instant time(Map<String, String> row) {
    return Instant.parse(row.get("time_stamp"));
  }
}
