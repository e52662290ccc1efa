package baton.policy;

import baton.contract.escalation.ClockName;
import java.util.Map;

/**
 * How long each clock allows, by urgency. The table of an organisation may leave clocks out: for
 * those the defaults count.
 */
public record Timescales(String version, Map<ClockName, Limits> limits) {
  /** One row of the table. */
  public record Limits(Limit urgent, Limit veryHigh, Limit high, Limit medium, Limit low) {
    public static Limits always(Limit limit) {
      return new Limits(limit, limit, limit, limit, limit);
    }

    public Limit of(Urgency urgency) {
      return switch (urgency) {
        case URGENT -> urgent;
        case VERY_HIGH -> veryHigh;
        case HIGH -> high;
        case MEDIUM -> medium;
        case LOW -> low;
      };
    }
  }

  public Timescales {
    limits = Map.copyOf(limits);
  }

  /**
   * The same, having made sure that it can stand for everybody.
   *
   * @throws IllegalArgumentException naming a clock that it leaves out
   */
  public Timescales complete() {
    for (ClockName clock : ClockName.values())
      if (!limits.containsKey(clock))
        throw new IllegalArgumentException(version + " allows " + clock + " no time at all");
    return this;
  }
}
