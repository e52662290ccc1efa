package baton.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.faults.Fault.Kind;
import baton.acceptance.faults.Schedule.Cast;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Cast CAST =
      new Cast(
          List.of("intake", "risk", "allocation", "escalation"),
          List.of("kafka", "kafka-2", "kafka-3"));
  private static final Cast SPREAD =
      new Cast(List.of("intake", "intake-2", "risk", "allocation", "escalation"), CAST.brokers());
  private static final Duration SPAN = Duration.ofSeconds(45);

  @Test
  void is_a_function_of_its_seed() {
    assertThat(Schedule.of(7, CAST, 10, SPAN)).isEqualTo(Schedule.of(7, CAST, 10, SPAN));
    assertThat(Schedule.of(8, CAST, 10, SPAN)).isNotEqualTo(Schedule.of(7, CAST, 10, SPAN));
  }

  @Test
  void holds_every_kill_that_was_asked_for_and_one_trouble_at_a_time_in_one_place() {
    LongStream.range(0, 200)
        .mapToObj(seed -> Schedule.of(seed, CAST, 10, SPAN))
        .forEach(
            schedule -> {
              assertThat(schedule.count(Kind.KILL)).isEqualTo(10);
              for (Fault fault : schedule.faults())
                assertThat(schedule.faults())
                    .filteredOn(other -> other != fault && other.place().equals(fault.place()))
                    .allMatch(
                        other ->
                            other.at().compareTo(fault.end()) > 0
                                || fault.at().compareTo(other.end()) > 0);
            });
  }

  @Test
  void over_many_seeds_everything_goes_wrong() {
    assertThat(overManySeeds(CAST))
        .contains("KILL kafka-3", "KILL postgresql", "FREEZE intake", "FULL_DISK postgresql")
        .contains(
            "CUT risk~postgresql", "SILENCE escalation~kafka-2", "SKEW allocation", "LEAP intake");
  }

  @Test
  void instances_of_one_service_have_one_time() {
    assertThat(overManySeeds(SPREAD))
        .contains("FREEZE intake-2", "STOP intake-2", "CUT intake-2~postgresql")
        .noneMatch(fault -> fault.startsWith("SKEW") || fault.startsWith("LEAP"));
  }

  private static List<String> overManySeeds(Cast cast) {
    return LongStream.range(0, 500)
        .boxed()
        .flatMap(seed -> Schedule.of(seed, cast, 10, SPAN).faults().stream())
        .map(fault -> fault.kind() + " " + fault.place())
        .toList();
  }
}
