package baton.escalation.sweep;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.replay.ReplayCancelled;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final SweepRun run =
      new SweepRun(UuidCreator.getTimeOrderedEpoch(), null, null, null, Instant.EPOCH, "p-1", null);
  private final AtomicLong lag = new AtomicLong();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Pace pace = new Pace(run, lag::get, stopping);

  @Test
  void it_goes_on_while_somebody_wants_it() {
    assertThat(pace.cancelled()).isFalse();
    assertThatCode(pace::orElseCancelled).doesNotThrowAnyException();
    run.cancel();
    assertThat(pace.cancelled()).isTrue();
    assertThatThrownBy(pace::orElseCancelled).isInstanceOf(ReplayCancelled.class);
  }

  @Test
  void it_ends_with_the_service() {
    stopping.countDown();
    assertThat(pace.cancelled()).isTrue();
    assertThat(run.isUnwanted()).isFalse();
  }

  @Test
  void it_tells_how_far_it_has_come() {
    pace.read(17);
    assertThat(run.events()).isEqualTo(17);
  }

  @Test
  void it_gives_way_only_while_the_live_reader_has_something_to_do() {
    var sweeping = new Thread(this::polls);
    lag.set(1);
    sweeping.start();
    await().until(() -> sweeping.getState() == Thread.State.TIMED_WAITING);
    lag.set(0);
    await().until(() -> sweeping.getState() == Thread.State.TERMINATED);
  }

  /** Until there was nothing to give way to. */
  private void polls() {
    do pace.yield();
    while (lag.get() > 0);
  }

  @Test
  void who_interrupts_it_while_it_gives_way_is_heard() {
    lag.set(1);
    Thread.currentThread().interrupt();
    pace.yield();
    assertThat(Thread.interrupted()).isTrue();
  }
}
