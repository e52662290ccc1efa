package baton.journal.recovery;

import static baton.journal.recovery.RecoveryBed.event;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.journal.Samples;
import baton.journal.recovery.Situation.Kind;
import baton.journal.store.PageBytes;
import baton.parts.LogTopics;
import baton.testing.RealParts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restore drills on a real store and log: what each situation is told as, and what mends it. */
class RestoredStoreTest {
  /** Of an event that is nearly as long as one may be. */
  private static final int LONG = 500_000;

  private final RecoveryBed bed = RecoveryBed.fresh();
  private final ReferralId referral = Samples.newReferral();

  @BeforeEach
  void three_events_are_published_and_read() throws Exception {
    bed.commit(event(referral, 0), event(referral, 1), event(Samples.newReferral(), 0));
    bed.run();
  }

  @Test
  void a_store_restored_from_the_past_gets_its_own_events_back_byte_for_byte() throws Exception {
    RecoveryBed restored = bed.copy();
    bed.commit(event(referral, 2), event(referral, 3));
    bed.run();

    assertOne(
        restored.look(),
        Kind.STORE_BEHIND,
        "The store was restored from the past: the log holds 2 of its own events that it lacks");

    List<Recorded<? extends BatonEvent>> told = new ArrayList<>();
    assertThat(restored.bringBack((events, _) -> told.addAll(events))).isEmpty();
    assertThat(restored.events()).isEqualTo(bed.events());
    assertThat(told).as("read models").extracting(Recorded::streamSequence).containsExactly(2L, 3L);
    assertThat(restored.one("select max(recorded_time) from referral_clock"))
        .as("no later event is stamped before them")
        .isEqualTo(bed.one("select max(time_stamp)::timestamptz from event_entry"));

    restored.commit(event(referral, 4));
    restored.run();
    assertThat(restored.look()).isEmpty();
    assertThat(
            restored.one(
                "select last_sequence from stream_position where stream='" + referral + "'"))
        .isEqualTo("4");
    assertThat(restored.one("select count(*) from parked_event")).isEqualTo("0");
  }

  @Test
  void long_events_are_brought_back_a_few_at_a_time() throws Exception {
    RecoveryBed restored = bed.copy();
    String reference = "R".repeat(LONG);
    for (int i = 0; i < 30; i++) bed.commit(event(Samples.newReferral(), 0, reference));
    bed.run();

    List<Integer> atOnce = new ArrayList<>();
    assertThat(restored.bringBack((events, _) -> atOnce.add(events.size()))).isEmpty();
    assertThat(atOnce)
        .as("events in memory")
        .allMatch(events -> (events - 1) * LONG < PageBytes.MAX);
    assertThat(atOnce.stream().mapToInt(events -> events).sum()).isEqualTo(30);
    assertThat(restored.events()).isEqualTo(bed.events());
  }

  @Test
  void a_store_that_was_written_on_after_the_restore_is_refused_and_left_alone() throws Exception {
    RecoveryBed restored = bed.copy();
    bed.commit(event(referral, 2));
    bed.run();
    restored.commit(event(referral, 2));
    List<String> before = restored.events();

    assertOne(restored.look(), Kind.TWO_STORIES, "Log and store tell two stories: event ");
    assertOne(restored.bringBack(), Kind.TWO_STORIES, "Log and store tell two stories: event ");
    assertThat(restored.events()).isEqualTo(before);
  }

  @Test
  void a_lost_topic_one_that_was_made_anew_and_a_new_cluster() throws Exception {
    RecoveryBed moved = bed.copy();
    moved.belongsTo("the-old-cluster");
    assertThat(moved.look()).as("with the same topics it is only another name").isEmpty();

    LogTopics.delete(RealParts.get().kafka());
    assertOne(
        bed.look(),
        Kind.LOST_TOPIC,
        "Of the log, topic baton.referrals, known as ",
        "is not there");

    LogTopics.create(RealParts.get().kafka(), 3, 1);
    assertOne(
        bed.look(),
        Kind.REMADE_TOPIC,
        "Of the log, topic baton.referrals was made anew: its id is ");
    assertOne(
        moved.look(),
        Kind.NEW_CLUSTER,
        "The broker is another cluster (",
        "knows the-old-cluster)");
  }

  @Test
  void a_log_that_lost_only_what_nobody_read_is_published_again_by_the_relay() throws Exception {
    bed.execute("update relay_acked set acked_offset = acked_offset + 1000");
    assertThat(bed.look()).isEmpty();
    bed.run();
    assertThat(bed.one("select max(acked_offset) < 100 from relay_acked")).isEqualTo("t");
  }

  @Test
  void a_store_with_transaction_ids_of_another_server_gets_new_ones() throws Exception {
    bed.commit(event(referral, 2));
    List<String> before = bed.events();
    bed.execute("update event_entry set transaction_id = '4000000000'");
    assertOne(bed.look(), Kind.STORE_IDS, "has not given out yet");

    assertThat(bed.bringBack()).isEmpty();
    bed.commit(event(referral, 3));
    bed.run();
    assertThat(bed.events()).containsAll(before).hasSize(5);
    assertThat(bed.one("select last_sequence from stream_position where stream='" + referral + "'"))
        .isEqualTo("3");
  }

  private static void assertOne(List<Situation> found, Kind kind, String... parts) {
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(kind);
              assertThat(one.sentence()).contains(parts).contains("see: baton recover");
            });
  }
}
