package baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeSet;
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

  /** Histories that are tried: enough to leave out most of what does not matter. */
  private static final int ATTEMPTS_FEW = 300;

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
  void a_planted_bug_breaks_its_promise(Bug bug) {
    Found found = find(bug);
    System.out.printf(
        "%-40s seed %4d  %s%n", bug, found.seed(), found.history().violation().getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = {"CURSOR_BEFORE_THE_RECORDS", "POSITION_ONE_TOO_LOW"})
  void what_breaks_is_told_by_fewer_steps_that_break_the_same(Bug bug) {
    Found found = find(bug);
    History shortest = new Shrinking(ATTEMPTS_FEW).shortest(found.history());
    assertThat(shortest.steps()).hasSizeLessThan(found.history().steps().size());
    assertThat(found.history().steps()).containsSubsequence(shortest.steps());

    String told = Telling.of(found.seed(), found.history(), new Shrinking(ATTEMPTS_FEW));
    assertThat(told)
        .startsWith(bug.promise())
        .contains(shortest.with(shortest.steps()).violation().getMessage())
        .contains("the shortest: " + shortest.steps().size())
        .contains("-Dbaton.simulation.seed=" + found.seed());
  }

  @Test
  void the_same_seed_is_the_same_history() {
    for (long seed = 1; seed <= 20; seed++)
      assertThat(History.of(seed, Bug.NONE)).isEqualTo(History.of(seed, Bug.NONE));
    Found found = find(Bug.CURSOR_BEFORE_THE_RECORDS);
    History again = History.of(found.seed(), Bug.CURSOR_BEFORE_THE_RECORDS);
    assertThat(again.steps()).isEqualTo(found.history().steps());
    assertThat(again.violation()).hasMessage(found.history().violation().getMessage());
  }

  private record Found(long seed, History history) {}

  /** The first seed with which it breaks its promise. */
  private static Found find(Bug bug) {
    var others = new TreeSet<String>();
    for (long seed = 1; seed <= SEEDS_UNTIL_FOUND; seed++) {
      History history = History.of(seed, bug);
      if (history.violation() == null) continue;
      if (history.violation().promise().equals(bug.promise())) return new Found(seed, history);
      others.add(history.violation().promise());
    }
    throw new AssertionError(
        "%s: \"%s\" is not broken in %d histories, only %s"
            .formatted(bug, bug.promise(), SEEDS_UNTIL_FOUND, others));
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
