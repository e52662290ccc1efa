package baton.custody;

import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_120_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_14_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_60_DAYS;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.FORCE_NOTED;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.HELD_REVIEW;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.OWNERSHIP_DISPUTE;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TIE_BREAK;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_ANSWER;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long each clock allows, by urgency. All of it is elapsed time: a day is 24 hours, nights and
 * weekends included. A clock remembers the version that set its due.
 */
public record Timescales(String version, Map<ClockName, Limits> limits) {
  /** One row of the table. */
  public record Limits(
      Duration urgent, Duration veryHigh, Duration high, Duration medium, Duration low) {
    static Limits always(Duration limit) {
      return new Limits(limit, limit, limit, limit, limit);
    }

    static Limits urgentOr(Duration urgent, Duration otherwise) {
      return new Limits(urgent, otherwise, otherwise, otherwise, otherwise);
    }

    Duration of(Urgency urgency) {
      return switch (urgency) {
        case URGENT -> urgent;
        case VERY_HIGH -> veryHigh;
        case HIGH -> high;
        case MEDIUM -> medium;
        case LOW -> low;
      };
    }
  }

  /**
   * What a service may take to react to an event. This project's choice (contracts, "Meanings").
   */
  private static final Duration REACTION = ofMinutes(15);

  /**
   * Enforcement action follows the times reported of the forces (R8, domain reference 2.2); every
   * other value is this project's choice (design section 5).
   */
  public static final Timescales DEFAULT =
      new Timescales(
          "baton-defaults-1",
          Map.ofEntries(
              Map.entry(ASSESSOR_NAMED, Limits.urgentOr(ofMinutes(30), ofHours(4))),
              // Urgent is triaged at once, by the system: its allowance is that of a lost hand-off.
              Map.entry(TRIAGE, Limits.urgentOr(REACTION, ofHours(24))),
              Map.entry(DEVELOP, Limits.always(ofDays(5))),
              Map.entry(
                  DISSEMINATE, row(ofHours(1), ofHours(4), ofHours(24), ofDays(3), ofDays(5))),
              Map.entry(
                  FORCE_ACCEPTS, row(ofHours(1), ofHours(1), ofHours(4), ofHours(24), ofHours(24))),
              Map.entry(
                  NAMED_OFFICER_ACCEPTS,
                  row(ofHours(2), ofHours(2), ofHours(24), ofDays(3), ofDays(5))),
              Map.entry(GRADE, Limits.always(ofHours(24))),
              Map.entry(
                  ENFORCEMENT_ACTION,
                  row(ofHours(24), ofHours(24), ofDays(7), ofDays(14), ofDays(30))),
              Map.entry(URGENT_ACKNOWLEDGED, Limits.always(ofMinutes(15))),
              Map.entry(SUPERVISOR_REVIEW, Limits.always(ofDays(28))),
              Map.entry(DORMANT, Limits.always(ofDays(30))),
              Map.entry(UPSTREAM_ANSWER, Limits.always(ofDays(2))),
              Map.entry(UPSTREAM_PROGRESS, Limits.always(ofDays(28))),
              Map.entry(CONTENT_LAPSES_IN_120_DAYS, Limits.always(ofDays(365 - 120))),
              Map.entry(CONTENT_LAPSES_IN_60_DAYS, Limits.always(ofDays(365 - 60))),
              Map.entry(CONTENT_LAPSES_IN_14_DAYS, Limits.always(ofDays(365 - 14))),
              Map.entry(HELD_REVIEW, Limits.always(ofDays(90))),
              Map.entry(OWNERSHIP_DISPUTE, Limits.always(ofDays(3))),
              Map.entry(TIE_BREAK, Limits.always(ofHours(24))),
              Map.entry(ASSESSMENT_OPENED, Limits.always(REACTION)),
              Map.entry(CASE_OPENED, Limits.always(REACTION)),
              Map.entry(FORCE_NOTED, Limits.always(REACTION)),
              Map.entry(ACCEPTANCE_NOTED, Limits.always(REACTION))));

  public Timescales {
    limits = Map.copyOf(limits);
    for (ClockName clock : ClockName.values())
      if (!limits.containsKey(clock))
        throw new IllegalArgumentException(version + " allows " + clock + " no time at all");
  }

  /** The instant up to which it is in time. */
  Instant due(ClockName clock, Urgency urgency, Instant started) {
    Duration limit = limits.get(clock).of(urgency);
    boolean fits = Duration.between(started, Instant.MAX).compareTo(limit) >= 0;
    return fits ? started.plus(limit) : Instant.MAX;
  }

  private static Limits row(
      Duration urgent, Duration veryHigh, Duration high, Duration medium, Duration low) {
    return new Limits(urgent, veryHigh, high, medium, low);
  }
}
