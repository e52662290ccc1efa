package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.journal.reader.Written.note;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader that stops at any point between its batch and its checkpoint. */
class ReaderStoppedTest {
  private final ReaderBed bed = new ReaderBed(1);

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void killed_at_any_step_each_effect_is_there_once_and_in_order() {
    int step = 0;
    boolean survived = false;
    while (!survived) {
      step++;
      var referral = Written.newReferral();
      var diverged = Written.newReferral();
      var story = List.of(note(referral, 0), note(referral, 1), note(referral, 2));
      var first = note(diverged, 0);
      int archivedBefore = archived();
      bed.log.write(
          story.get(1), story.get(0), story.get(0), first, note(diverged, 0), story.get(2));

      var dying = new DyingDataSource(bed.database, step);
      LogReader mortal = bed.instance(dying.dataSource()).started();
      await().atMost(SOON).until(() -> !mortal.health().alive() || mortal.progress().idle());
      survived = dying.survived();
      mortal.stop();
      LogReader next = bed.instance().started();
      awaitIdle(next);
      next.stop();

      assertThat(bed.causes(referral)).as("killed at step %d", step).isEqualTo(ids(story));
      assertThat(bed.causes(diverged)).containsExactly(first.id());
      assertThat(bed.parking(diverged))
          .as("killed at step %d", step)
          .containsExactly("baton.event-parked.v1");
      assertThat(archived() - archivedBefore).as("killed at step %d", step).isEqualTo(6);
    }
    assertThat(bed.seen()).doesNotHaveDuplicates().hasSize(4 * step);
    assertThat(step).as("steps of one batch").isGreaterThan(12);
  }

  @Test
  void interrupted_in_the_middle_of_a_batch() {
    ReferralId referral = Written.newReferral();
    var story = List.of(note(referral, 0), note(referral, 1));
    bed.log.write(story);
    var entered = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var service = bed.instance();
    service.before =
        record -> {
          if (record.event().streamSequence() == 1) {
            entered.countDown();
            waitFor(never);
          }
        };
    LogReader interrupted = service.started();
    waitFor(entered);

    thread().interrupt();
    await().atMost(SOON).until(() -> !interrupted.health().alive());
    assertThat(bed.seen()).isEmpty();
    assertThat(interrupted.health().state()).isEqualTo(ReaderState.DEAD);

    awaitIdle(bed.instance().started());
    assertThat(bed.seen()).isEqualTo(ids(story));
    assertThat(bed.causes(referral)).isEqualTo(ids(story));
  }

  private int archived() {
    return Integer.parseInt(bed.texts("select count(*) from archived").getFirst());
  }

  private static Thread thread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(one -> one.getName().equals("baton-reader-risk-service"))
        .findFirst()
        .orElseThrow();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
