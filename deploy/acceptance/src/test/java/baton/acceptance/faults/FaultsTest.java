package baton.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real processes are killed, stopped, cut off, filled up and set wrong at random moments, under
 * load. {@code baton.faults.seed} runs one schedule again; {@code baton.faults.runs} and {@code
 * baton.faults.kills} say how much of it.
 */
@Order(0)
class FaultsTest {
  private static final long SEED = Long.getLong("baton.faults.seed", 1);
  private static final int LINES_MAX = 20;

  @Test
  void what_was_acknowledged_survives_a_short_storm() throws Exception {
    storm(1, Integer.getInteger("baton.faults.kills", 3), Duration.ofSeconds(15), FaultsTest::lie);
  }

  /** The verdict is no rubber stamp: a receipt that nobody was given is missed. */
  private static void lie(FaultyBaton baton) throws Exception {
    var lie = new Promises();
    lie.received("LIE-1", UUID.randomUUID().toString());
    assertThat(Verdict.of(baton, lie, "LIE").lost())
        .hasSize(2)
        .allMatch(line -> line.startsWith("LIE-1"));
  }

  private interface Afterwards {
    void look(FaultyBaton baton) throws Exception;
  }

  @Test
  @Tag("full")
  void what_was_acknowledged_survives_two_hundred_kills() throws Exception {
    var runs =
        storm(
            Integer.getInteger("baton.faults.runs", 20),
            Integer.getInteger("baton.faults.kills", 10),
            Duration.ofSeconds(40),
            _ -> {});
    var kinds = EnumSet.allOf(Kind.class);
    if (!Processes.canFillDisk()) kinds.remove(Kind.FULL_DISK);
    assertThat(kinds).allMatch(kind -> runs.stream().anyMatch(run -> run.befell(kind) > 0));
  }

  private static List<Run> storm(int runs, int kills, Duration span, Afterwards afterwards)
      throws Exception {
    var done = new ArrayList<Run>();
    try (var baton = FaultyBaton.start(1, 1)) {
      for (int i = 0; i < runs; i++) {
        var run = Run.of(baton, Schedule.of(SEED + i, baton.cast(), kills, span));
        done.add(run);
        System.out.println(Run.HEAD + System.lineSeparator() + run);
        run.verdict().all().limit(LINES_MAX).forEach(System.out::println);
      }
      afterwards.look(baton);
    } finally {
      System.out.println(
          done.stream()
              .map(Run::toString)
              .collect(Collectors.joining("\n", "\n" + Run.HEAD + "\n", "\n")));
    }
    for (Run run : done) {
      assertThat(run.verdict().all().limit(LINES_MAX)).as("seed " + run.seed()).isEmpty();
      assertThat(run.befell(Kind.KILL)).as("killed, seed " + run.seed()).isEqualTo(kills);
      assertThat(run.answers()).as("told yes, seed " + run.seed()).isGreaterThan(kills);
      assertThat(run.changes()).as("what people did").containsAll(Hands.CHANGES);
    }
    return done;
  }
}
