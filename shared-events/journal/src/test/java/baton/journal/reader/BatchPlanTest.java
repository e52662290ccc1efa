package baton.journal.reader;

import static baton.journal.reader.Written.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.journal.ParkReason;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
  private static final Known NOTHING = new Known(Set.of(), Map.of(), List.of(), Map.of());

  private final RecordDecoder decoder = new RecordDecoder(new EventCodec(), "/risk-service");
  private final ReferralId referral = Written.newReferral();
  private final ReferralId other = Written.newReferral();
  private long offset;

  private LogRecord record(Envelope event) {
    return bytes(event.referral(), event.bytes());
  }

  private LogRecord bytes(String key, byte[] value) {
    return decoder.decode("baton.referrals", "topic-1", 0, offset++, key, value);
  }

  private List<LogRecord> records(Envelope... events) {
    var all = new ArrayList<LogRecord>();
    for (Envelope event : events) all.add(record(event));
    return all;
  }

  private static List<Kind> kinds(BatchPlan plan) {
    return plan.held().stream().map(Held::kind).toList();
  }

  @Test
  void a_story_is_applied_in_order() {
    var records = records(note(referral, 0), note(other, 0), note(referral, 1));

    var plan = BatchPlan.of(records, NOTHING);

    assertThat(plan.apply()).isEqualTo(records);
    assertThat(plan.held()).isEmpty();
    assertThat(plan.moved()).hasSize(2);
  }

  @Test
  void what_was_delivered_twice_is_applied_once() {
    var first = note(referral, 0);
    var second = note(referral, 1);
    var records = records(first, second, first, second);

    var plan = BatchPlan.of(records, NOTHING);

    assertThat(plan.apply()).isEqualTo(records.subList(0, 2));
    assertThat(plan.repeats()).isEqualTo(2);
    assertThat(plan.held()).isEmpty();
  }

  @Test
  void a_gap_waits_without_holding_up_the_other_streams_of_its_referral() {
    var risk = Written.envelope("/other", new ReceiptRepeated(referral, "R", null), 0);
    var records = records(note(referral, 1), risk);

    var plan = BatchPlan.of(records, NOTHING);

    assertThat(plan.apply()).containsExactly(records.get(1));
    assertThat(kinds(plan)).containsExactly(Kind.WAITING);
  }

  @Test
  void what_waited_follows_its_predecessor_at_once() {
    var waiting = records(note(referral, 2), note(referral, 1));
    var known =
        new Known(
            Set.of(),
            Map.of(),
            List.of(new Waiting(waiting.get(0), 7L), new Waiting(waiting.get(1), 8L)),
            Map.of());
    var records = records(note(referral, 0), note(other, 0));

    var plan = BatchPlan.of(records, known);

    assertThat(plan.apply())
        .containsExactly(records.get(0), waiting.get(1), waiting.get(0), records.get(1));
    assertThat(plan.drained()).containsExactly(8L, 7L);
    assertThat(plan.held()).isEmpty();
  }

  @Test
  void another_event_in_a_taken_place_parks_its_referral_and_no_other() {
    var records = records(note(referral, 0), note(referral, 0), note(referral, 1), note(other, 0));

    var plan = BatchPlan.of(records, NOTHING);

    assertThat(plan.apply()).containsExactly(records.get(0), records.get(3));
    assertThat(plan.held())
        .extracting(Held::record, Held::kind, Held::reason)
        .containsExactly(
            tuple(records.get(1), Kind.PARKED, ParkReason.DIVERGED),
            tuple(records.get(2), Kind.BEHIND, null));
    assertThat(plan.queuedBehind()).isEmpty();
  }

  @Test
  void what_is_refused_parks_and_what_follows_waits_behind_it() {
    var records = records(note(referral, 0), note(referral, 1), note(referral, 2));
    var known =
        new Known(Set.of(), Map.of(), List.of(), Map.of(records.get(1).place(), "it fails"));

    var plan = BatchPlan.of(records, known);

    assertThat(plan.apply()).containsExactly(records.get(0));
    assertThat(kinds(plan)).containsExactly(Kind.PARKED, Kind.BEHIND);
    assertThat(plan.held().getFirst().error()).isEqualTo("it fails");
  }

  @Test
  void later_events_of_a_parked_referral_wait_behind_it() {
    var records = records(note(referral, 5), note(other, 0));
    var known = new Known(Set.of(referral.toString()), Map.of(), List.of(), Map.of());

    var plan = BatchPlan.of(records, known);

    assertThat(plan.apply()).containsExactly(records.get(1));
    assertThat(kinds(plan)).containsExactly(Kind.BEHIND);
    assertThat(plan.queuedBehind()).containsExactly(referral.toString());
  }

  @Test
  void unreadable_bytes_park_the_referral_that_their_key_names() {
    byte[] garbage = "no event".getBytes(StandardCharsets.UTF_8);
    var records = List.of(bytes(referral.toString(), garbage), bytes(null, garbage));

    var plan = BatchPlan.of(records, NOTHING);

    assertThat(plan.apply()).isEmpty();
    assertThat(plan.newlyParked())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).isEqualTo(ParkReason.UNREADABLE));
    assertThat(plan.untold()).isEqualTo(1);
  }

  @Test
  void a_record_under_a_foreign_key_is_unreadable() {
    var stray = bytes(other.toString(), note(referral, 0).bytes());

    var plan = BatchPlan.of(List.of(stray), NOTHING);

    assertThat(plan.newlyParked())
        .singleElement()
        .satisfies(held -> assertThat(held.record().story()).contains(other.toString()));
  }

  /**
   * However a stream's events are shuffled, repeated and cut into batches, each is applied once.
   */
  @Test
  void shuffled_and_repeated_streams_come_out_in_order() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var events = new ArrayList<Envelope>();
    for (int sequence = 0; sequence < 40; sequence++) events.add(note(referral, sequence));
    var delivered = new ArrayList<>(events);
    for (int i = 0; i < 20; i++) delivered.add(events.get(random.nextInt(events.size())));
    Collections.shuffle(delivered, random);

    var applied = new ArrayList<LogRecord>();
    var positions = new HashMap<StreamKey, StreamPosition>();
    var waiting = new ArrayList<Waiting>();
    long row = 0;
    while (!delivered.isEmpty()) {
      int size = Math.min(delivered.size(), 1 + random.nextInt(9));
      var batch = delivered.subList(0, size).stream().map(this::record).toList();
      delivered.subList(0, size).clear();
      var plan = BatchPlan.of(batch, new Known(Set.of(), positions, waiting, Map.of()));
      applied.addAll(plan.apply());
      positions.putAll(plan.moved());
      waiting.removeIf(one -> plan.drained().contains(one.row()));
      for (Held held : plan.held()) waiting.add(new Waiting(held.record(), row++));
    }

    assertThat(applied.stream().map(one -> one.envelope().id()).toList())
        .as("seed %d", seed)
        .isEqualTo(events.stream().map(Envelope::id).toList());
    assertThat(waiting).as("seed %d", seed).isEmpty();
  }
}
