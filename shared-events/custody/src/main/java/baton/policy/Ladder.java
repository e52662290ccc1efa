package baton.policy;

import baton.contract.escalation.Rung;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each rung has before the next one is told (R13). Nobody stands above the chief officer,
 * whose rung has no limit.
 *
 * @param limits those that differ from the ladder that this one stands on
 * @param acknowledgementLasts how long an acknowledgement keeps it from climbing; null for as long
 *     as on the ladder that this one stands on
 */
public record Ladder(String version, Map<Rung, Duration> limits, Duration acknowledgementLasts) {
  public Ladder {
    limits = Map.copyOf(limits);
  }

  /** How long a rung has, or null for the last one. */
  public Duration limit(Rung rung) {
    return limits.get(rung);
  }

  /** This one, with what it leaves out taken from another. */
  Ladder over(Ladder base) {
    var all = new EnumMap<Rung, Duration>(Rung.class);
    all.putAll(base.limits);
    all.putAll(limits);
    return new Ladder(
        version,
        all,
        acknowledgementLasts == null ? base.acknowledgementLasts : acknowledgementLasts);
  }
}
