package baton.journal.reader;

import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatchId;
import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.BatchOpened;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.TriagePrioritySet;
import baton.journal.envelope.Envelope;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogReaderTest {
  private static final int PARTITIONS = 3;

  private final ReaderBed bed = new ReaderBed(PARTITIONS);
  private final ReaderBed.Instance service = bed.instance();
  private final ReferralId referral = Written.newReferral();

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void a_command_finds_the_aggregate_that_an_earlier_one_of_its_batch_created() {
    var story = List.of(note(referral, 0), note(referral, 1), note(referral, 2));
    bed.log.write(story);

    awaitIdle(service.started());

    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.causes(referral)).isEqualTo(ids(story));
    assertThat(service.meters.get("baton.journal.append.events").summary().count())
        .as("one batch, one append")
        .isEqualTo(1);
  }

  @Test
  void repeats_on_the_log_are_skipped_but_archived() {
    var story = List.of(note(referral, 0), note(referral, 1));
    bed.log.write(story);
    bed.log.write(story);

    awaitIdle(service.started());

    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.texts("select count(*) from archived")).containsExactly("4");
    assertThat(service.meters.get("baton.reader.repeats").counter().count()).isEqualTo(2);
  }

  @Test
  void a_reader_goes_on_where_the_last_one_stopped() {
    var story = new ArrayList<Envelope>();
    for (int i = 0; i < 3; i++) story.add(note(referral, i));
    bed.log.write(story.get(0));
    LogReader first = service.started();
    awaitIdle(first);
    first.stop();
    bed.log.write(story.subList(1, 3));

    awaitIdle(bed.instance().started());

    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.texts("select count(*) from archived")).containsExactly("3");
  }

  @Test
  void the_register_is_read_as_well() {
    var batch = new BatchId(UuidCreator.getTimeOrderedEpoch());
    var opened = new BatchOpened(batch, "Spade", OrganisationCode.NCA);
    var event = Written.envelope(Written.INTAKE, opened, batch.toString(), null, 0);
    bed.log.write(event);

    awaitIdle(service.started());

    assertThat(bed.seen()).containsExactly(event.id());
    assertThat(bed.texts("select count(*) from stream_position where referral is null"))
        .containsExactly("1");
  }

  @Test
  void its_own_events_come_flagged() {
    var flags = new ArrayList<Boolean>();
    service.before = record -> flags.add(record.own());
    bed.log.write(
        note(referral, 0), Written.envelope(ReaderBed.SOURCE, new AssessmentOpened(referral), 0));

    awaitIdle(service.started());

    assertThat(flags).containsExactly(false, true);
    assertThat(bed.texts("select count(*) from stream_position")).containsExactly("2");
  }

  @Test
  void an_effect_is_recorded_after_its_cause_whatever_the_clock_says() {
    bed.log.write(note(referral, 0), note(referral, 1));
    Instant cause = Written.WHEN.plusSeconds(1);

    awaitIdle(service.started());

    assertThat(bed.texts("select time_stamp from event_entry order by sequence_number"))
        .allSatisfy(stamp -> assertThat(Instant.parse(stamp)).isAfter(cause));
  }

  @Test
  void it_remembers_under_which_key_a_referral_is_sealed() {
    var box = Sealed.<FreeText>box("key-7", new byte[] {1, 2, 3});
    var sealed = new TriagePrioritySet(referral, null, Grade.HIGH, box);
    bed.log.write(Written.envelope("/other-service", sealed, 0));

    awaitIdle(service.started());

    assertThat(bed.texts("select key from referral_key where referral = '" + referral + "'"))
        .containsExactly("key-7");
  }

  @Test
  void a_gap_waits_until_its_predecessor_comes() {
    var story = List.of(note(referral, 0), note(referral, 1), note(referral, 2));
    bed.log.write(story.get(2), story.get(1));
    LogReader reader = service.started();
    awaitIdle(reader);
    assertThat(bed.seen()).isEmpty();
    assertThat(reader.parked().list(10, 0))
        .extracting(ParkedEvent::kind)
        .containsExactly("WAITING", "WAITING");

    bed.log.write(story.get(0));
    awaitIdle(reader);

    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(reader.parked().list(10, 0)).isEmpty();
    assertThat(bed.parking(referral)).isEmpty();
  }

  @Test
  void bytes_that_name_no_referral_are_archived_and_counted() {
    bed.log.write(bed.log.referrals, null, "no event".getBytes(StandardCharsets.UTF_8));
    bed.log.write(note(referral, 0));

    awaitIdle(service.started());

    assertThat(bed.seen()).hasSize(1);
    assertThat(bed.texts("select count(*) from archived")).containsExactly("2");
    assertThat(service.meters.get("baton.reader.unreadable").counter().count()).isEqualTo(1);
  }

  @Test
  void quiet_is_not_dead() {
    LogReader reader = service.started();
    awaitIdle(reader);

    var quiet = reader.health();
    assertThat(quiet.ready(Instant.now())).as(quiet.toString()).isTrue();

    reader.stop();
    assertThat(reader.health().ready(Instant.now())).isFalse();
    assertThat(reader.health().state()).isEqualTo(ReaderState.STOPPED);
  }

  @Test
  void progress_tells_what_is_unread() {
    bed.log.write(note(referral, 0), note(referral, 1));
    LogReader reader = service.started();
    awaitIdle(reader);
    reader.stop();
    bed.log.write(note(referral, 2));

    var second = bed.instance();
    LogReader blocked = second.reader();
    second.before =
        record -> {
          throw new IllegalStateException(new ConnectException("out of reach"));
        };
    blocked.start();
    await().atMost(ReaderBed.SOON).until(() -> blocked.health().state() == ReaderState.RETRYING);

    var progress = blocked.progress();
    assertThat(progress.idle()).isFalse();
    assertThat(progress.lagEvents()).isEqualTo(1);
    assertThat(progress.read()).isEqualTo(2);
    assertThat(progress.end()).isEqualTo(3);
    assertThat(progress.lagSeconds()).isNotNull();
  }

  @Test
  void how_far_it_is_behind_is_told_for_each_partition() {
    bed.log.write(note(referral, 0));
    awaitIdle(service.started());

    await()
        .atMost(ReaderBed.SOON)
        .untilAsserted(
            () ->
                assertThat(service.meters.find("baton.reader.partition.lag.events").gauges())
                    .hasSize(PARTITIONS + 1)
                    .allSatisfy(lag -> assertThat(lag.value()).isZero()));
    assertThat(service.meters.get("baton.reader.partition.lag.seconds").gauges())
        .extracting(lag -> lag.getId().getTag("topic"))
        .contains(bed.log.register, bed.log.referrals);
  }
}
