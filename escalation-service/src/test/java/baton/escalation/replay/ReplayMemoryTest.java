package baton.escalation.replay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.escalation.replay.ReplayMemory.Share;
import baton.replay.ReplayCancelled;
import baton.replay.model.Ledger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever reads the whole log does so within one budget. */
class ReplayMemoryTest {
  private static final long MIB = 1 << 20;

  private final ReplayMemory memory = new ReplayMemory(100 * MIB);

  @Test
  void the_second_waits_where_both_do_not_fit() {
    var asked = new AtomicInteger();
    Share first = memory.take(60 * MIB, () -> false);
    var second =
        CompletableFuture.supplyAsync(
            () -> memory.take(60 * MIB, () -> asked.incrementAndGet() < 0));
    await().until(() -> asked.get() > 0);
    assertThat(second).isNotDone();

    first.close();
    second.join().close();
    memory.take(100 * MIB, () -> true).close();
  }

  @Test
  void what_fits_side_by_side_does_not_wait() {
    try (var first = memory.take(40 * MIB, () -> false);
        var second = memory.take(40 * MIB, () -> true)) {
      assertThat(second).isNotSameAs(first);
    }
  }

  @Test
  void more_than_there_is_gets_all_of_it_rather_than_waiting_for_ever() {
    memory.take(1_000 * MIB, () -> true).close();
  }

  @Test
  void who_is_wanted_no_more_waits_no_more() {
    try (var all = memory.take(100 * MIB, () -> false)) {
      assertThatThrownBy(() -> memory.take(MIB, () -> true)).isInstanceOf(ReplayCancelled.class);
      assertThat(all).isNotNull();
    }
    memory.take(100 * MIB, () -> true).close();
  }

  @Test
  void a_ledger_of_a_small_log_takes_less_than_it_may_and_never_more() {
    var most = new Ledger.Size(2, 1_000, 1_000 * MIB);
    assertThat(ReplayMemory.ledger(most, 8_000).bytesMax()).isEqualTo(64 * MIB);
    assertThat(ReplayMemory.ledger(most, 100_000_000).bytesMax()).isEqualTo(1_000 * MIB);
    var little = new Ledger.Size(2, 1_000, MIB);
    assertThat(ReplayMemory.ledger(little, 8_000)).isEqualTo(little);
  }
}
