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
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED ->
          "that service reading on";
    };
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
