package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.journal.envelope.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands over REST in the streams that the reader's commands write to. */
class ReaderRaceTest {
  private final ReaderBed bed = new ReaderBed(2);
  private final ReferralId referral = Written.newReferral();

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void a_command_that_was_first_makes_the_batch_start_again() {
    var story = List.of(note(referral, 0), note(referral, 1), note(referral, 2));
    var service = bed.instance();
    var elsewhere = bed.instance();
    var once = new AtomicBoolean(true);
    service.before =
        record -> {
          // The batch has loaded the assessment for the event before; now another instance writes.
          if (record.event().streamSequence() == 2 && once.compareAndSet(true, false))
            CompletableFuture.runAsync(
                    () -> elsewhere.send(new TestAssessment.Note(referral), "over REST"))
                .join();
        };
    bed.log.write(story.getFirst());
    LogReader reader = service.started();
    awaitIdle(reader);
    bed.log.write(story.subList(1, 3));
    await().atMost(SOON).until(() -> bed.seen().size() == 3);

    assertThat(bed.causes(referral))
        .containsExactly(story.get(0).id(), "over REST", story.get(1).id(), story.get(2).id());
    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(reader.parked().list(10, 0)).isEmpty();
    assertThat(service.meters.get("baton.reader.retries").counter().count()).isPositive();
  }

  @Test
  void many_commands_and_many_batches_each_have_their_effect_once() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var referrals = Stream.generate(Written::newReferral).limit(3).toList();
    var events = new ArrayList<Envelope>();
    for (int sequence = 0; sequence < 40; sequence++)
      for (ReferralId one : referrals) events.add(note(one, sequence));
    bed.log.write(events.subList(0, 3));
    var service = bed.instance();
    service.batch = 5;
    LogReader reader = service.started();
    awaitIdle(reader);

    bed.log.write(events.subList(3, events.size()));
    var elsewhere = bed.instance();
    var sent = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      String cause = "REST " + i;
      var instance = random.nextBoolean() ? service : elsewhere;
      sendUntilDone(instance, referrals.get(random.nextInt(3)), cause);
      sent.add(cause);
    }
    awaitIdle(reader);

    assertThat(bed.seen()).as("seed %d", seed).hasSize(events.size()).doesNotHaveDuplicates();
    var causes = new ArrayList<String>();
    for (ReferralId one : referrals) {
      var ofOne = bed.causes(one);
      var read = ofOne.stream().filter(cause -> !cause.startsWith("REST")).toList();
      assertThat(read)
          .as("seed %d", seed)
          .isEqualTo(
              ids(events.stream().filter(e -> e.referral().equals(one.toString())).toList()));
      causes.addAll(ofOne);
    }
    assertThat(causes.stream().filter(cause -> cause.startsWith("REST")).toList())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(sent);
  }

  /** As a person does who is told that somebody else was first. */
  private static void sendUntilDone(
      ReaderBed.Instance instance, ReferralId referral, String cause) {
    while (true) {
      try {
        instance.send(new TestAssessment.Note(referral), cause);
        return;
      } catch (ConcurrencyException somebodyElse) {
        Thread.onSpinWait();
      }
    }
  }
}
