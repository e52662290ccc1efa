package baton.journal.recovery;

import static baton.journal.recovery.RecoveryBed.event;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.journal.Samples;
import baton.journal.recovery.Situation.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store and a log that do not belong together are told as. */
class StartCheckTest {
  private static final RecoveryBed BASE = RecoveryBed.fresh();

  private RecoveryBed bed;

  @BeforeAll
  static void three_events_are_published_and_read() throws Exception {
    ReferralId referral = Samples.newReferral();
    BASE.commit(event(referral, 0), event(referral, 1), event(Samples.newReferral(), 0));
    BASE.run();
  }

  @BeforeEach
  void the_store_is_one_of_its_own() throws Exception {
    bed = BASE.copy();
  }

  @Test
  void a_store_and_its_log_are_in_order() throws Exception {
    assertThat(bed.look()).isEmpty();
    bed.commit(event(Samples.newReferral(), 0));
    assertThat(bed.look()).as("what is not published yet is nothing amiss").isEmpty();
  }

  @Test
  void a_log_that_ends_before_what_was_read_of_it() throws Exception {
    bed.execute("update log_checkpoint set next_offset = next_offset + 10");
    assertThat(bed.look())
        .isNotEmpty()
        .allSatisfy(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.CUT_LOG);
              assertThat(found.sentence()).contains("the end of the log is lost");
            });
  }

  @Test
  void a_log_that_was_cut_and_written_on() throws Exception {
    bed.execute("delete from stream_position");
    assertOne(bed.look(), Kind.CHANGED_LOG, "The log was cut and written on: baton.referrals-");
  }

  @Test
  void a_store_whose_cursor_is_beyond_its_events_gets_them_back() throws Exception {
    RecoveryBed restored = BASE.copy();
    restored.execute("delete from event_entry");
    assertThat(restored.look())
        .extracting(Situation::kind)
        .containsExactly(Kind.STORE_IDS, Kind.STORE_BEHIND);
    assertThat(restored.look().getFirst().sentence())
        .contains("which this event store does not reach");

    assertThat(restored.bringBack()).isEmpty();
    assertThat(restored.events())
        .as("but for the kind of aggregate, which the log does not tell")
        .hasSameSizeAs(BASE.events());
  }

  @Test
  void a_store_with_transaction_ids_of_another_server() throws Exception {
    bed.execute("update event_entry set transaction_id = '4000000000'");
    assertOne(bed.look(), Kind.STORE_IDS, "has not given out yet");
    assertThat(bed.bringBack()).isEmpty();
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
