package baton.escalation.sweep;

import baton.contract.OrganisationCode;
import baton.contract.escalation.FindingKind;
import baton.escalation.sweep.model.Difference;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How a sweep stands. Source: contracts, {@code GET /sweeps/{id}}.
 *
 * @param asAt null where it sweeps up to now and compares with the board
 * @param completeTo of a past moment: everything that was recorded before it was known when this
 *     was asked for; at most {@code asAt}
 * @param events records read from {@code baton.referrals}
 * @param total records there are to read
 * @param etaSeconds until all is read; 0 once it is
 * @param unreadable records that are no event
 * @param memoryNeededBytes what it will take at least, told before it begins
 * @param memoryLimitBytes what it may take; what is concluded is summed up rather than going beyond
 * @param findings by kind, from the log alone
 * @param findingsOfForce those of referrals that the force has, or that are for it; null where no
 *     force was named
 * @param waiting referrals that were not compared, for an event of theirs waits here; GET /parked
 *     names it
 * @param comparedBySummary concluded referrals of which memory had no room for more than a summary:
 *     of them the outcome and the events that were applied last were compared, not the whole row
 * @param differenceCount of all differences
 * @param differences the first of them, each with the events that prove it
 * @param reason why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepReport(
    UUID sweepId,
    State state,
    Instant asAt,
    Instant completeTo,
    OrganisationCode force,
    Instant askedAt,
    String askedBy,
    long events,
    long total,
    long eventsPerSecond,
    long etaSeconds,
    long unreadable,
    long referrals,
    long memoryNeededBytes,
    long memoryLimitBytes,
    Map<FindingKind, Integer> findings,
    Map<FindingKind, Integer> findingsOfForce,
    Integer waiting,
    Integer comparedBySummary,
    Integer differenceCount,
    List<Difference> differences,
    String reason) {
  static final String STOPPED = "the service that ran it was stopped; sweep again";

  /** The same, where it does not go on. */
  SweepReport stopped() {
    return new SweepReport(
        sweepId,
        State.FAILED,
        asAt,
        completeTo,
        force,
        askedAt,
        askedBy,
        events,
        total,
        eventsPerSecond,
        0,
        unreadable,
        referrals,
        memoryNeededBytes,
        memoryLimitBytes,
        findings,
        findingsOfForce,
        waiting,
        comparedBySummary,
        differenceCount,
        differences,
        STOPPED);
  }

  /** In the order in which they come. */
  public enum State {
    WAITING,
    READING,
    COMPARING,
    DONE,
    FAILED,
    CANCELLED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }
}
