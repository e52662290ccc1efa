package baton.policy;

import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.Rung;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.policy.Timescales.Limits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;

/**
 * Events as what they mean. Total: whoever adopts checks first, so a limit that cannot be read was
 * written by somebody else, and the defaults count in its place.
 */
final class Reading {
  private Reading() {}

  static Timescales table(TimescalesAdopted adopted) {
    var limits = new EnumMap<ClockName, Limits>(ClockName.class);
    adopted
        .limits()
        .forEach((clock, row) -> row(row).ifPresent(readable -> limits.put(clock, readable)));
    return new Timescales(adopted.version(), limits);
  }

  static Ladder ladder(LadderAdopted adopted) {
    var limits = new EnumMap<Rung, Duration>(Rung.class);
    adopted
        .rungs()
        .forEach((rung, limit) -> elapsed(limit).ifPresent(readable -> limits.put(rung, readable)));
    return new Ladder(
        adopted.version(), limits, elapsed(adopted.acknowledgementLasts()).orElse(null));
  }

  static Calendar calendar(CalendarAdopted adopted) {
    return new Calendar(adopted.version(), Set.copyOf(adopted.holidays()));
  }

  private static Optional<Limits> row(TimescaleRow row) {
    try {
      return Optional.of(
          new Limits(
              Limit.parse(row.urgent()),
              Limit.parse(row.veryHigh()),
              Limit.parse(row.high()),
              Limit.parse(row.medium()),
              Limit.parse(row.low())));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> elapsed(String limit) {
    try {
      return Optional.of(Limit.time(limit));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
