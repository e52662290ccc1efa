package baton.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two processes of each service and three brokers share the work. While one of them is away the
 * others take over within a bound that follows from the time limits.
 */
@Order(0)
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoOfEverythingTest {
  private static final long SEED = Long.getLong("baton.faults.seed", 1_001);
  private static final int KILLS = Integer.getInteger("baton.two.kills", 8);
  private static final Duration AWAY = Duration.ofSeconds(4);
  private static final Duration CALM = Duration.ofSeconds(30);

  /**
   * Some eight requests follow each referral: half of what two cores that run eight services and
   * three brokers can do, so that one that was killed finds room to start.
   */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** The caller gives up after 5 s and asks the other one; then that one has to answer. */
  private static final Duration NOBODY_TOLD_YES_MAX = Duration.ofSeconds(10);

  /**
   * The group learns after 10 s that a reader was killed ({@code LogReader.SILENCE_MAX}), and has
   * shared its partitions within another 3; a relay's lock is free at once and asked for every half
   * second. The rest is for a machine with two cores that starts a JVM meanwhile.
   */
  private static final Duration WAY_MAX = Duration.ofSeconds(25);

  /**
   * The brokers learn after 9 s that one of them was killed; where it led the others, they choose
   * first; the readers' group may get another coordinator, which counts their 10 s anew.
   */
  private static final Duration WAY_WITHOUT_A_BROKER_MAX = Duration.ofSeconds(45);

  private static final double RECOVERED = 0.5;

  private static FaultyBaton baton;

  @BeforeAll
  static void start() {
    baton = FaultyBaton.start(2, 3);
  }

  @AfterAll
  static void stop() throws Exception {
    if (baton != null) baton.close();
  }

  @Test
  @Order(1)
  void one_of_two_is_killed_again_and_again_and_nothing_stalls() throws Exception {
    var victims = new ArrayList<String>();
    var random = new Random(SEED);
    while (victims.size() < KILLS) {
      var round = new ArrayList<>(baton.cast().services());
      Collections.shuffle(round, random);
      victims.addAll(round);
    }
    var schedule = Schedule.oneByOne(SEED, victims.subList(0, KILLS), AWAY, Duration.ofSeconds(20));
    within(WAY_MAX, Run.of(baton, schedule, CALM, PAUSE));
  }

  @Test
  @Order(2)
  void one_of_three_brokers_is_lost_and_brought_back_and_nothing_stalls() throws Exception {
    var victims = List.of("kafka-2", "kafka");
    var schedule =
        Schedule.oneByOne(SEED + 1, victims, Duration.ofSeconds(15), Duration.ofSeconds(40));
    within(WAY_WITHOUT_A_BROKER_MAX, Run.of(baton, schedule, CALM, PAUSE));
  }

  /**
   * Also who is frozen, and comes back believing that all is still his; nothing is bounded here.
   */
  @Test
  @Order(3)
  void with_two_of_everything_a_storm_loses_nothing_either() throws Exception {
    var schedule = Schedule.of(SEED + 2, baton.cast(), KILLS, Duration.ofSeconds(60));
    var run = Run.of(baton, schedule, CALM, PAUSE);
    System.out.println(Run.HEAD + System.lineSeparator() + run);
    assertThat(run.verdict().all()).isEmpty();
    assertThat(run.befell(Fault.Kind.KILL)).isEqualTo(KILLS);
  }

  private static void within(Duration wayMax, Run run) {
    System.out.println(Run.HEAD + System.lineSeparator() + run);
    System.out.printf(
        "told yes: %.1f a second before, %.1f after%n", run.rateBefore(), run.rateAfter());
    assertThat(run.verdict().all()).isEmpty();
    assertThat(run.longestSilence()).isLessThan(NOBODY_TOLD_YES_MAX);
    assertThat(run.verdict().longestWay()).isLessThan(wayMax);
    assertThat(run.rateAfter()).isGreaterThan(run.rateBefore() * RECOVERED);
  }
}
