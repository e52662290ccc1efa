package baton.policy.file;

import static baton.contract.escalation.ClockName.*;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import baton.contract.escalation.Rung;
import baton.policy.Ladder;
import baton.policy.Limit;
import baton.policy.PolicyBook;
import baton.policy.Timescales;
import baton.policy.Timescales.Limits;
import java.time.Duration;
import java.util.Map;

/** Baton's own timescales and ladder: what counts for whoever has adopted none. */
public final class Defaults {
  private static final Duration REACTION = ofMinutes(15);

  private static final Timescales TIMESCALES =
      new Timescales(
          "baton-defaults-1",
          Map.ofEntries(
              Map.entry(
                  ASSESSOR_NAMED,
                  row(ofMinutes(30), ofHours(4), ofHours(4), ofHours(4), ofHours(4))),
              Map.entry(TRIAGE, row(REACTION, ofHours(24), ofHours(24), ofHours(24), ofHours(24))),
              Map.entry(DEVELOP, always(ofDays(5))),
              Map.entry(
                  DISSEMINATE, row(ofHours(1), ofHours(4), ofHours(24), ofDays(3), ofDays(5))),
              Map.entry(
                  FORCE_ACCEPTS, row(ofHours(1), ofHours(1), ofHours(4), ofHours(24), ofHours(24))),
              Map.entry(
                  NAMED_OFFICER_ACCEPTS,
                  row(ofHours(2), ofHours(2), ofHours(24), ofDays(3), ofDays(5))),
              Map.entry(GRADE, always(ofHours(24))),
              Map.entry(
                  ENFORCEMENT_ACTION,
                  row(ofHours(24), ofHours(24), ofDays(7), ofDays(14), ofDays(30))),
              Map.entry(URGENT_ACKNOWLEDGED, always(ofMinutes(15))),
              Map.entry(SUPERVISOR_REVIEW, always(ofDays(28))),
              Map.entry(DORMANT, always(ofDays(30))),
              Map.entry(UPSTREAM_ANSWER, Limits.always(new Limit.WorkingDays(2))),
              Map.entry(UPSTREAM_PROGRESS, always(ofDays(28))),
              Map.entry(CONTENT_LAPSES_IN_120_DAYS, always(ofDays(365 - 120))),
              Map.entry(CONTENT_LAPSES_IN_60_DAYS, always(ofDays(365 - 60))),
              Map.entry(CONTENT_LAPSES_IN_14_DAYS, always(ofDays(365 - 14))),
              Map.entry(HELD_REVIEW, always(ofDays(90))),
              Map.entry(OWNERSHIP_DISPUTE, always(ofDays(3))),
              Map.entry(TIE_BREAK, always(ofHours(24))),
              Map.entry(ASSESSMENT_OPENED, always(REACTION)),
              Map.entry(CASE_OPENED, always(REACTION)),
              Map.entry(FORCE_NOTED, always(REACTION)),
              Map.entry(ACCEPTANCE_NOTED, always(REACTION))));

  private static final Ladder LADDER =
      new Ladder(
          "baton-defaults-1",
          Map.of(
              Rung.CUSTODIAN, ofHours(4),
              Rung.SERGEANT, ofHours(8),
              Rung.INSPECTOR, ofHours(24),
              Rung.HEAD_OF_UNIT, ofHours(72)),
          ofHours(24));

  private static final PolicyBook BOOK = PolicyBook.of(TIMESCALES, LADDER);

  private Defaults() {}

  /** The book before anything is adopted. */
  public static PolicyBook book() {
    return BOOK;
  }

  private static Limits always(Duration limit) {
    return Limits.always(Limit.elapsed(limit));
  }

  private static Limits row(
      Duration urgent, Duration veryHigh, Duration high, Duration medium, Duration low) {
    return new Limits(
        Limit.elapsed(urgent),
        Limit.elapsed(veryHigh),
        Limit.elapsed(high),
        Limit.elapsed(medium),
        Limit.elapsed(low));
  }
}
