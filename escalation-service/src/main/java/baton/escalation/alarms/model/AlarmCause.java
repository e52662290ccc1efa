package baton.escalation.alarms.model;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;

/**
 * What one alarm stands for: the same kind and clock at one team, or a finding about a person or a
 * team.
 *
 * @param clock null where it is no clock's, and for the referrals of a catch-up plan, whatever
 *     their clocks
 * @param team null where whoever has them is in none
 * @param person null unless it is about a person
 */
public record AlarmCause(
    FindingKind kind,
    ClockName clock,
    OrganisationCode organisation,
    TeamId team,
    PersonId person) {
  public AlarmCause {
    requireNonNull(kind);
    requireNonNull(organisation);
  }

  /** The referrals that one catch-up plan brought in: one alarm for all their clocks. */
  public static AlarmCause ofPlan(OrganisationCode organisation, TeamId team) {
    return new AlarmCause(FindingKind.CLOCK_EXPIRED, null, organisation, team, null);
  }

  /** It stands for escalations of single referrals, and not for a finding of its own. */
  public boolean ofReferrals() {
    return switch (kind) {
      case CUSTODIAN_INACTIVE, OVER_CAPACITY, CATCH_UP_MISSED -> false;
      case HAND_OFF_OVERDUE,
          CLOCK_EXPIRED,
          WITHOUT_PERSON,
          NO_CUSTODIAN,
          LOST_HAND_OFF,
          PARKED,
          LOG_DIVERGED,
          LOG_GAP,
          DORMANT,
          UPSTREAM_UNANSWERED,
          OPEN_LIST_DIFFERS,
          CUSTODIAN_GONE ->
          true;
    };
  }
}
