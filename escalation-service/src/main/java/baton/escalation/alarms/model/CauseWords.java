package baton.escalation.alarms.model;

import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;

/** What is the matter with many referrals at once, as what they are said to do. */
final class CauseWords {
  private CauseWords() {}

  /**
   * @param clock null where the finding is no clock's
   */
  static String of(FindingKind kind, ClockName clock) {
    return switch (kind) {
      case HAND_OFF_OVERDUE, CLOCK_EXPIRED, LOST_HAND_OFF, DORMANT, UPSTREAM_UNANSWERED ->
          clock == null ? "are past a limit" : of(clock);
      case WITHOUT_PERSON -> "are held by a post and no person has accepted them";
      case NO_CUSTODIAN -> "are open and nobody can be said to have them";
      case PARKED -> "wait behind an event that a service could not apply";
      case LOG_DIVERGED -> "are told by the log in two ways";
      case LOG_GAP -> "wait for an event that the log does not give";
      case OPEN_LIST_DIFFERS -> "are not in the force's own list as they are in Baton";
      case CUSTODIAN_GONE -> "came from a custodian who is gone and have not been taken up";
      case CUSTODIAN_INACTIVE, OVER_CAPACITY, CATCH_UP_MISSED ->
          throw new IllegalArgumentException(kind + " is about a person or a team");
    };
  }

  private static String of(ClockName clock) {
    return switch (clock) {
      case ASSESSOR_NAMED -> "have been accepted by no assessor";
      case TRIAGE -> "have no triage priority";
      case DEVELOP -> "have no force determined";
      case DISSEMINATE -> "have not been sent to their force";
      case FORCE_ACCEPTS -> "have not been accepted by the force that was sent them";
      case NAMED_OFFICER_ACCEPTS -> "have been accepted by no named officer";
      case GRADE -> "have no risk grade";
      case ENFORCEMENT_ACTION -> "have seen no enforcement action";
      case URGENT_ACKNOWLEDGED -> "are urgent and no person has said that he or she has seen them";
      case SUPERVISOR_REVIEW -> "have not been reviewed by a supervisor";
      case DORMANT -> "have had no casework for a month";
      case UPSTREAM_ANSWER -> "have a sender who asked and was not answered";
      case UPSTREAM_PROGRESS -> "have a sender who has not been told how they stand";
      case CONTENT_LAPSES_IN_120_DAYS -> "lose their content at the provider in 120 days";
      case CONTENT_LAPSES_IN_60_DAYS -> "lose their content at the provider in 60 days";
      case CONTENT_LAPSES_IN_14_DAYS -> "lose their content at the provider in 14 days";
      case HELD_REVIEW -> "are held and have not been looked at again";
      case OWNERSHIP_DISPUTE -> "are disputed between forces";
      case TIE_BREAK -> "wait for their tie-breaker";
      case ASSESSMENT_OPENED, ACCEPTANCE_NOTED -> "have not been noticed by risk-service";
      case CASE_OPENED, FORCE_NOTED -> "have not been noticed by allocation-service";
    };
  }
}
