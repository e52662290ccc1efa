package baton.simulation;

import baton.contract.escalation.ClockName;
import baton.custody.Timescales;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Deadlines so short that the stories of a few seconds meet some and miss others. */
final class Deadlines {
  static final Duration SILENCE = Duration.ofSeconds(1);
  static final Timescales SHORT = shortOnes();

  private Deadlines() {}

  private static Timescales shortOnes() {
    Map<ClockName, Timescales.Limits> limits = new EnumMap<>(ClockName.class);
    for (ClockName clock : ClockName.values()) limits.put(clock, always(limit(clock)));
    return new Timescales("simulated", limits);
  }

  private static Duration limit(ClockName clock) {
    return switch (clock) {
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED -> Duration.ofMillis(800);
      case ASSESSOR_NAMED, FORCE_ACCEPTS -> Duration.ofSeconds(2);
      default -> Duration.ofHours(1);
    };
  }

  private static Timescales.Limits always(Duration limit) {
    return new Timescales.Limits(limit, limit, limit, limit, limit);
  }
}
