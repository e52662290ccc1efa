package baton.custody;

import static baton.custody.Wording.organisation;
import static baton.custody.Wording.referral;

import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;

/** What each clock waits for, and what would end the wait, in words. */
final class ClockWording {
  private ClockWording() {}

  static String missing(Custody custody, ClockName clock, String since) {
    String it = referral(custody);
    String force = organisation(custody.force());
    return switch (clock) {
      case ASSESSOR_NAMED -> hasNotAccepted(custody, HandOff.ASSESSOR, "assessor", since);
      case FORCE_ACCEPTS -> hasNotAccepted(custody, HandOff.FORCE, "force", since);
      case NAMED_OFFICER_ACCEPTS -> hasNotAccepted(custody, HandOff.OFFICER, "officer", since);
      case TRIAGE -> it + " has had no triage priority since its receipt at " + since;
      case DEVELOP -> "no force has been determined for " + it + " since its triage at " + since;
      case DISSEMINATE -> it + " has not been sent to " + force + " since " + since;
      case GRADE -> it + " has had no risk grade since " + force + " accepted it at " + since;
      case ENFORCEMENT_ACTION ->
          "no enforcement action on " + it + " since it was first sent to a force at " + since;
      case URGENT_ACKNOWLEDGED ->
          "nobody has said that he or she has seen the urgent " + it + " since " + since;
      case SUPERVISOR_REVIEW -> "no supervisor has reviewed " + it + " since " + since;
      case DORMANT -> "no casework on " + it + " since " + since;
      case UPSTREAM_ANSWER -> "the sender of " + it + " asked how it stands at " + since;
      case UPSTREAM_PROGRESS ->
          "the sender of " + it + " has not been told how it stands since " + since;
      case CONTENT_LAPSES_IN_120_DAYS -> contentLapses(it, "120 days", since);
      case CONTENT_LAPSES_IN_60_DAYS -> contentLapses(it, "60 days", since);
      case CONTENT_LAPSES_IN_14_DAYS -> contentLapses(it, "14 days", since);
      case HELD_REVIEW -> it + " is held and nobody has looked at it again since " + since;
      case OWNERSHIP_DISPUTE -> "whose " + it + " is has been disputed since " + since;
      case TIE_BREAK -> "whose " + it + " is waits for the tie-breaker since " + since;
      case ASSESSMENT_OPENED ->
          "risk-service has opened no assessment for " + it + " since its receipt at " + since;
      case CASE_OPENED ->
          "allocation-service has opened no case for " + it + " since its receipt at " + since;
      case FORCE_NOTED ->
          "allocation-service has not noted "
              + force
              + " as the force of "
              + it
              + " since "
              + since;
      case ACCEPTANCE_NOTED ->
          "risk-service has not noted that " + force + " accepted " + it + " at " + since;
    };
  }

  static String remedy(Custody custody, ClockName clock) {
    return switch (clock) {
      case ASSESSOR_NAMED -> "an assessor's acceptance";
      case FORCE_ACCEPTS ->
          "an acceptance or a decline by " + offered(custody, HandOff.FORCE, "force");
      case NAMED_OFFICER_ACCEPTS -> "an acceptance by a named officer";
      case TRIAGE -> "a triage priority";
      case DEVELOP -> "a force being determined";
      case DISSEMINATE -> "a dissemination";
      case GRADE -> "a risk grade";
      case ENFORCEMENT_ACTION -> "a warrant executed, an arrest or a voluntary attendance";
      case URGENT_ACKNOWLEDGED -> "a person's acknowledgement or any other act on it";
      case SUPERVISOR_REVIEW -> "a supervisor's review";
      case DORMANT -> "casework of a listed kind";
      case UPSTREAM_ANSWER, UPSTREAM_PROGRESS -> "a progress report to the sender";
      case CONTENT_LAPSES_IN_120_DAYS, CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS ->
          "the content being secured";
      case HELD_REVIEW -> "a review of the hold, or its end";
      case OWNERSHIP_DISPUTE -> "an acceptance, or the tie-breaker being appointed";
      case TIE_BREAK -> "a dissemination by the tie-breaker";
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED ->
          "that service reading on";
    };
  }

  private static String contentLapses(String it, String in, String since) {
    return "the provider reported " + it + " at " + since + " and deletes its content in " + in;
  }

  private static String hasNotAccepted(Custody custody, HandOff kind, String role, String since) {
    return custody.offers().waiting(kind) == null
        ? "no " + role + " has accepted or been offered " + referral(custody) + " since " + since
        : offered(custody, kind, role)
            + " has not accepted "
            + referral(custody)
            + " since "
            + since;
  }

  /** Whoever was offered it and has not answered. */
  private static String offered(Custody custody, HandOff kind, String role) {
    Offer offer = custody.offers().waiting(kind);
    if (offer == null) return "the " + role;
    String organisation = organisation(offer.organisation());
    return offer.person() == null
        ? organisation
        : role + " " + offer.person() + " of " + organisation;
  }
}
