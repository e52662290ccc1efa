package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimescalesTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");

  @ParameterizedTest
  @EnumSource(ClockName.class)
  void nothing_less_urgent_is_due_sooner(ClockName clock) {
    List<Instant> byUrgency =
        List.of(Urgency.values()).stream()
            .map(
                urgency ->
                    Defaults.book().due(clock, urgency, OrganisationCode.NCA, MONDAY, MONDAY).at())
            .toList();
    assertThat(byUrgency).isSorted().doesNotContain(MONDAY);
  }

  @Test
  void defaults_that_leave_a_clock_out_are_refused() {
    var table =
        new Timescales(
            "kent-3", Map.of(ClockName.TRIAGE, Timescales.Limits.always(new Limit.WorkingDays(1))));
    assertThatThrownBy(table::complete).hasMessageContaining("kent-3 allows ASSESSOR_NAMED no");
  }
}
