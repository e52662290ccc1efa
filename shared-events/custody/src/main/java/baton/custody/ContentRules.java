package baton.custody;

import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_120_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_14_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_60_DAYS;

import baton.contract.allocation.ContentSecured;
import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The provider keeps the content of what it reported for a year (R17). Three warnings are measured
 * from its own report date; one that the next, or the end itself, has overtaken is not given.
 */
final class ContentRules {
  /** How long a provider keeps what it reported (domain reference 2.3). */
  static final Duration KEPT = Duration.ofDays(365);

  /** The warnings, the first one first. */
  private static final List<ClockName> WARNINGS =
      List.of(CONTENT_LAPSES_IN_120_DAYS, CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS);

  private ContentRules() {}

  /** Nothing is known of a report of the future. */
  static Step reported(Step step) {
    Instant at = step.custody().particulars().providerReportedAt();
    return at == null || at.isAfter(step.by().recordedAt()) ? step : keptFrom(step, at);
  }

  /** Obtained, it lapses no more; kept for longer, it lapses then. */
  static Step secured(Step step, ContentSecured e) {
    Step ended = step;
    for (ClockName warning : WARNINGS) ended = ended.meets(warning);
    boolean keptOn = e.until() != null && e.until().isAfter(step.by().recordedAt());
    return keptOn ? keptFrom(ended, e.until().minus(KEPT)) : ended;
  }

  /** Open again: what nobody has secured still lapses. */
  static Step reopened(Step step) {
    Clock last = step.custody().clocks().newest(CONTENT_LAPSES_IN_14_DAYS);
    if (last == null) return reported(step);
    return last.metAt() == null ? keptFrom(step, last.started()) : step;
  }

  private static Step keptFrom(Step step, Instant from) {
    Step warned = step;
    for (int i = 0; i < WARNINGS.size(); i++) {
      Step with = warned.startsAt(WARNINGS.get(i), from);
      Instant overtaken =
          i + 1 < WARNINGS.size() ? with.due(WARNINGS.get(i + 1), from) : from.plus(KEPT);
      if (overtaken.isAfter(step.by().recordedAt())) warned = with;
    }
    return warned;
  }
}
