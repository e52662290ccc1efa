package baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real relay, reader, custody fold and horizon over a simulated store, log and time. A failing
 * history is told by its shortest schedule; {@code -Dbaton.simulation.seed=N} runs it alone.
 */
class SimulationTest {
  private static final int SEEDS_UNTIL_FOUND = 2_000;

  @Test
  void no_promise_is_broken() {
    Long only = Long.getLong("baton.simulation.seed");
    if (only == null) hold(1, Integer.getInteger("baton.simulation.short", 500));
    else hold(only, 1);
  }

  @Test
  @Tag("full")
  void no_promise_is_broken_in_many_histories() {
    hold(1_000_000, Integer.getInteger("baton.simulation.histories", 10_000));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_planted_bug_is_found(Bug bug) {
    for (long seed = 1; seed <= SEEDS_UNTIL_FOUND; seed++) {
      History history = History.of(seed, bug);
      if (history.violation() == null) continue;
      System.out.printf("%-40s seed %4d  %s%n", bug, seed, history.violation().getMessage());
      return;
    }
    assertThat(bug).as("not found in %d histories", SEEDS_UNTIL_FOUND).isNull();
  }

  private static void hold(long first, int histories) {
    long begun = System.nanoTime();
    long steps = 0;
    for (long seed = first; seed < first + histories; seed++) {
      History history = History.of(seed, Bug.NONE);
      steps += history.steps().size();
      if (history.violation() != null) throw new AssertionError(Telling.of(seed, history));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "%,d histories, %,d steps of faults, %d s: %,d histories a minute, 0 violations%n",
        histories, steps, took.toSeconds(), histories * 60_000L / Math.max(1, took.toMillis()));
  }
}
