package baton.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimescalesTest {
  @ParameterizedTest
  @EnumSource(ClockName.class)
  void nothing_less_urgent_is_due_sooner(ClockName clock) {
    var limits = Timescales.DEFAULT.limits().get(clock);
    List<Duration> byUrgency = List.of(Urgency.values()).stream().map(limits::of).toList();
    assertThat(byUrgency).isSorted().doesNotContain(Duration.ZERO);
  }

  @Test
  void a_table_that_leaves_a_clock_out_is_refused() {
    var limits = new EnumMap<>(Timescales.DEFAULT.limits());
    limits.remove(ClockName.TRIAGE);
    assertThatThrownBy(() -> new Timescales("kent-3", limits)).hasMessageContaining("TRIAGE");
  }
}
