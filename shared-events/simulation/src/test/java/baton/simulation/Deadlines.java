package baton.simulation;

import baton.contract.escalation.ClockName;
import baton.policy.Ladder;
import baton.policy.Limit;
import baton.policy.PolicyBook;
import baton.policy.Timescales;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Deadlines so short that the stories of a few seconds meet some and miss others. */
final class Deadlines {
  static final Duration SILENCE = Duration.ofSeconds(1);
  static final PolicyBook SHORT = shortOnes();

  private Deadlines() {}

  private static PolicyBook shortOnes() {
    Map<ClockName, Timescales.Limits> limits = new EnumMap<>(ClockName.class);
    for (ClockName clock : ClockName.values()) limits.put(clock, always(limit(clock)));
    return PolicyBook.of(
        new Timescales("simulated", limits), new Ladder("simulated", Map.of(), SILENCE));
  }

  private static Duration limit(ClockName clock) {
    return switch (clock) {
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED -> Duration.ofMillis(800);
      case ASSESSOR_NAMED, FORCE_ACCEPTS -> Duration.ofSeconds(2);
      default -> Duration.ofHours(1);
    };
  }

  private static Timescales.Limits always(Duration limit) {
    return Timescales.Limits.always(Limit.elapsed(limit));
  }
}
