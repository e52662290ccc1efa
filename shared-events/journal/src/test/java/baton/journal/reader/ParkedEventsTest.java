package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.intake.BatchOpened;
import baton.contract.journal.ParkReason;
import baton.journal.envelope.Envelope;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkedEventsTest {
  private static final String PARKED = "baton.event-parked.v1";
  private static final String RELEASED = "baton.event-released.v1";

  private final ReaderBed bed = new ReaderBed(1);
  private final ReaderBed.Instance service = bed.instance();
  private final ReferralId referral = Written.newReferral();
  private final ReferralId other = Written.newReferral();

  /** Ids of events that this service cannot apply, for the time being. */
  private final Set<String> poison = ConcurrentHashMap.newKeySet();

  ParkedEventsTest() {
    service.before =
        record -> {
          if (poison.contains(record.envelope().id()))
            throw new IllegalStateException("cannot apply what Zebediah Quill wrote");
        };
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private List<Envelope> story(ReferralId one, int events) {
    var story = new ArrayList<Envelope>();
    for (int sequence = 0; sequence < events; sequence++) story.add(note(one, sequence));
    return story;
  }

  @Test
  void a_poison_event_parks_its_referral_and_no_other() {
    var poisoned = story(referral, 4);
    var healthy = story(other, 3);
    poison.add(poisoned.get(1).id());
    for (int i = 0; i < 4; i++) {
      bed.log.write(poisoned.get(i));
      if (i < 3) bed.log.write(healthy.get(i));
    }

    LogReader reader = service.started();
    awaitIdle(reader);

    assertThat(bed.causes(other)).isEqualTo(ids(healthy));
    assertThat(bed.causes(referral)).containsExactly(poisoned.getFirst().id());
    assertThat(bed.parking(referral)).containsExactly(PARKED);
    assertThat(bed.parking(other)).isEmpty();
    var parked = reader.parked().list(10, 0);
    assertThat(parked).extracting(ParkedEvent::kind).containsExactly("PARKED", "BEHIND", "BEHIND");
    assertThat(parked.getFirst().reason()).isEqualTo(ParkReason.REFUSED);
    assertThat(parked.getFirst().eventId()).isEqualTo(poisoned.get(1).id());
    assertThat(parked.getFirst().error())
        .contains("IllegalStateException", "ParkedEventsTest")
        .doesNotContain("Quill");
    // An instance that starts counts at once.
    reader.stop();
    var next = bed.instance();
    next.started();
    await().atMost(SOON).until(() -> next.meters.get("baton.parked").gauge().value() == 1);
  }

  @Test
  void a_retry_applies_all_that_waited_in_order_and_the_story_goes_on() {
    var story = story(referral, 5);
    poison.add(story.get(1).id());
    bed.log.write(story.subList(0, 4));
    LogReader reader = service.started();
    awaitIdle(reader);

    poison.clear();
    assertThat(reader.parked().retry(referral)).isEqualTo(new Retried.Released(3));
    bed.log.write(story.get(4));
    awaitIdle(reader);

    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.causes(referral)).isEqualTo(ids(story));
    assertThat(bed.parking(referral)).containsExactly(PARKED, RELEASED);
    assertThat(reader.parked().list(10, 0)).isEmpty();
    assertThat(reader.parked().retry(referral)).isEqualTo(new Retried.NothingParked());
  }

  @Test
  void a_retry_that_fails_leaves_everything_and_says_why() {
    var story = story(referral, 3);
    poison.add(story.get(0).id());
    bed.log.write(story);
    LogReader reader = service.started();
    awaitIdle(reader);
    poison.clear();
    poison.add(story.get(2).id());

    var retried = reader.parked().retry(referral);

    assertThat(retried).isInstanceOf(Retried.StillParked.class);
    assertThat(((Retried.StillParked) retried).failures())
        .singleElement()
        .asString()
        .contains(story.get(2).id(), "IllegalStateException")
        .doesNotContain("Quill");
    assertThat(reader.parked().list(10, 0)).hasSize(3);
    assertThat(bed.seen()).isEmpty();
    assertThat(bed.causes(referral)).isEmpty();
    assertThat(bed.parking(referral)).containsExactly(PARKED);
  }

  @Test
  void what_is_parked_a_second_time_is_told_a_second_time() {
    var story = story(referral, 2);
    poison.add(story.get(0).id());
    bed.log.write(story.get(0));
    LogReader reader = service.started();
    awaitIdle(reader);
    poison.clear();
    reader.parked().retry(referral);
    poison.add(story.get(1).id());
    bed.log.write(story.get(1));
    awaitIdle(reader);

    assertThat(bed.parking(referral)).containsExactly(PARKED, RELEASED, PARKED);
  }

  @Test
  void nothing_overtakes_a_retry() throws Exception {
    var story = story(referral, 4);
    poison.add(story.get(0).id());
    bed.log.write(story.subList(0, 2));
    LogReader reader = service.started();
    awaitIdle(reader);
    poison.clear();
    var entered = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    service.before =
        record -> {
          if (record.envelope().id().equals(story.get(1).id())) {
            entered.countDown();
            waitFor(goOn);
          }
        };

    var retry = CompletableFuture.supplyAsync(() -> reader.parked().retry(referral));
    waitFor(entered);
    bed.log.write(story.subList(2, 4));
    await().atMost(SOON).until(this::theReaderWaitsForTheRetry);
    goOn.countDown();

    assertThat(retry.get(30, TimeUnit.SECONDS)).isEqualTo(new Retried.Released(2));
    awaitIdle(reader);
    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.causes(referral)).isEqualTo(ids(story));
    assertThat(reader.parked().list(10, 0)).isEmpty();
  }

  private boolean theReaderWaitsForTheRetry() {
    return !bed.texts(
            "select pid from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'")
        .isEmpty();
  }

  @Test
  void another_event_in_a_taken_place_parks_as_diverged() {
    bed.log.write(note(referral, 0), note(referral, 0));

    LogReader reader = service.started();
    awaitIdle(reader);

    assertThat(reader.parked().list(10, 0))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo(ParkReason.DIVERGED));
    assertThat(reader.parked().retry(referral)).isInstanceOf(Retried.StillParked.class);
    assertThat(bed.parking(referral)).containsExactly(PARKED);
  }

  @Test
  void unreadable_bytes_park_the_referral_of_their_key() {
    bed.log.write(note(referral, 0));
    bed.log.write(
        bed.log.referrals, referral.toString(), "no event".getBytes(StandardCharsets.UTF_8));
    bed.log.write(note(referral, 1), note(other, 0));

    LogReader reader = service.started();
    awaitIdle(reader);

    assertThat(reader.parked().list(10, 0))
        .extracting(ParkedEvent::kind)
        .containsExactly("PARKED", "BEHIND");
    assertThat(bed.parking(referral)).containsExactly(PARKED);
    assertThat(bed.causes(other)).hasSize(1);
    var retried = (Retried.StillParked) reader.parked().retry(referral);
    assertThat(retried.failures()).singleElement().asString().contains("no JSON document");
  }

  @Test
  void a_poison_event_of_the_register_parks_its_stream() {
    var batch = new BatchId(UuidCreator.getTimeOrderedEpoch());
    var opened = new BatchOpened(batch, "Spade", OrganisationCode.NCA);
    var event = Written.envelope(Written.INTAKE, opened, batch.toString(), null, 0);
    poison.add(event.id());
    bed.log.write(event, note(other, 0));
    LogReader reader = service.started();
    awaitIdle(reader);
    assertThat(reader.parked().list(10, 0))
        .singleElement()
        .satisfies(one -> assertThat(one.story()).isEqualTo(batch.toString()));

    poison.clear();
    assertThat(reader.parked().retry(batch.toString())).isEqualTo(new Retried.Released(1));
  }

  @Test
  void what_waited_for_a_predecessor_can_be_the_poison() {
    var story = story(referral, 3);
    poison.add(story.get(1).id());
    bed.log.write(story.get(2), story.get(1));
    LogReader reader = service.started();
    awaitIdle(reader);
    bed.log.write(story.get(0));
    awaitIdle(reader);

    assertThat(bed.seen()).containsExactly(story.get(0).id());
    assertThat(reader.parked().list(10, 0))
        .extracting(ParkedEvent::eventId, ParkedEvent::kind)
        .containsExactlyInAnyOrder(
            tuple(story.get(1).id(), "PARKED"), tuple(story.get(2).id(), "WAITING"));

    poison.clear();
    assertThat(reader.parked().retry(referral)).isEqualTo(new Retried.Released(2));
    assertThat(bed.seen()).isEqualTo(ids(story));
  }

  @Test
  void what_passes_by_itself_never_parks() {
    var story = story(referral, 2);
    var failures = new AtomicInteger();
    service.before =
        record -> {
          if (record.event().streamSequence() == 1 && failures.incrementAndGet() <= 6)
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
        };
    bed.log.write(story);

    LogReader reader = service.started();
    awaitIdle(reader);

    assertThat(failures.get()).as("more often than a record is tried").isEqualTo(7);
    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(reader.parked().list(10, 0)).isEmpty();
    assertThat(bed.parking(referral)).isEmpty();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
