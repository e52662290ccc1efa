package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log that is not the one that was read so far. */
class ReaderRefusesTest {
  private final ReaderBed bed = new ReaderBed(1);
  private final ReferralId referral = Written.newReferral();

  @AfterEach
  void close() {
    bed.close();
  }

  private void read(LogReader reader) {
    var story = List.of(note(referral, 0), note(referral, 1));
    bed.log.write(story);
    awaitIdle(reader);
    assertThat(bed.seen()).isEqualTo(ids(story));
  }

  private static void awaitRefusal(LogReader reader) {
    await().atMost(SOON).until(() -> reader.health().state() == ReaderState.REFUSED);
    assertThat(reader.health().ready(Instant.now())).isFalse();
    assertThat(reader.progress().idle()).isFalse();
  }

  @Test
  void a_topic_that_was_made_again_is_not_read() {
    LogReader first = bed.instance().started();
    read(first);
    first.stop();
    bed.log.delete();
    bed.log.create();
    bed.log.write(note(referral, 2), note(referral, 3), note(referral, 4));

    LogReader second = bed.instance().started();
    awaitRefusal(second);

    assertThat(second.health().why())
        .contains(bed.log.referrals, "its id was", "deleted and made again", "baton recover");
    assertThat(bed.seen()).hasSize(2);
  }

  @Test
  void a_topic_made_again_under_a_running_reader_stops_it() {
    LogReader reader = bed.instance().started();
    read(reader);

    bed.log.delete();
    bed.log.create();
    awaitRefusal(reader);

    assertThat(reader.health().why()).contains("is not the one that this service has read");
    assertThat(bed.seen()).hasSize(2);
  }

  @Test
  void a_log_that_is_shorter_than_what_was_read_is_not_skipped_over() {
    LogReader first = bed.instance().started();
    read(first);
    first.stop();
    bed.execute("update log_checkpoint set next_offset = 50");

    LogReader second = bed.instance().started();
    awaitRefusal(second);

    assertThat(second.health().why()).contains("does not hold the offsets", "Nothing was skipped");
  }
}
