package baton.custody;

import static baton.custody.Wording.local;
import static baton.custody.Wording.organisation;
import static baton.custody.Wording.referral;

import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;

/** What each clock waits for, and what would end the wait, in words. */
final class ClockWording {
  private ClockWording() {}

  static String missing(Custody custody, Clock clock) {
    String it = referral(custody);
    String force = organisation(custody.force());
    String since = local(clock.started());
    return switch (clock.name()) {
      case ASSESSOR_NAMED -> hasNotAccepted(custody, HandOff.ASSESSOR, "assessor", since);
      case FORCE_ACCEPTS -> hasNotAccepted(custody, HandOff.FORCE, "force", since);
      case NAMED_OFFICER_ACCEPTS -> hasNotAccepted(custody, HandOff.OFFICER, "officer", since);
      case TRIAGE -> it + " has had no triage priority since its receipt at " + since;
      case DEVELOP -> "no force has been determined for " + it + " since its triage at " + since;
      case DISSEMINATE -> it + " has not been sent to " + force + " since " + since;
      case GRADE -> it + " has had no risk grade since " + force + " accepted it at " + since;
      case ENFORCEMENT_ACTION ->
          "no enforcement action on " + it + " since " + sent(custody, clock);
      case URGENT_ACKNOWLEDGED ->
          "no person has looked at " + it + ", which has been urgent since " + since;
      case SUPERVISOR_REVIEW -> "no supervisor has reviewed " + it + " since " + since;
      case DORMANT -> "nobody has worked on " + it + " since " + since;
      case UPSTREAM_ANSWER ->
          sender(custody) + " asked at " + since + " how " + it + " stands and has no answer";
      case UPSTREAM_PROGRESS ->
          sender(custody) + " has not been told how " + it + " stands since " + since;
      case CONTENT_LAPSES_IN_120_DAYS, CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS ->
          "the provider deletes the content of %s at %s and nobody has secured it"
              .formatted(it, local(clock.started().plus(ContentRules.KEPT)));
      case HELD_REVIEW -> it + " is held and nobody has looked at it again since " + since;
      case OWNERSHIP_DISPUTE -> disputed(custody, clock) + " and no force has accepted it";
      case TIE_BREAK -> "nobody has decided whose " + it + " is since the appointment at " + since;
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
      case DORMANT -> "an action, a grade, an acceptance or other casework (no review, no note)";
      case UPSTREAM_ANSWER, UPSTREAM_PROGRESS -> "a progress report to the sender";
      case CONTENT_LAPSES_IN_120_DAYS, CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS ->
          "the content being secured";
      case HELD_REVIEW -> "a look at it or the end of the hold";
      case OWNERSHIP_DISPUTE -> "an acceptance by a force or the appointment of a tie-breaker";
      case TIE_BREAK -> "a dissemination by the tie-breaker";
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED ->
          "that service reading on";
    };
  }

  private static String sent(Custody custody, Clock clock) {
    String at = local(clock.started());
    boolean sent =
        custody.offers().all().stream()
            .anyMatch(o -> o.kind() == HandOff.FORCE && o.offeredAt().equals(clock.started()));
    return sent ? "it was first sent to a force at " + at : at;
  }

  /** Who refused it first, where that is still known. */
  private static String disputed(Custody custody, Clock clock) {
    String at = local(clock.started());
    return custody.offers().all().stream()
        .filter(o -> o.kind() == HandOff.FORCE && clock.started().equals(o.closedAt()))
        .findFirst()
        .map(
            o ->
                "%s said at %s that %s is not its own"
                    .formatted(organisation(o.organisation()), at, referral(custody)))
        .orElse("whose " + referral(custody) + " is has been disputed since " + at);
  }

  private static String sender(Custody custody) {
    return custody.particulars().agency() == null
        ? "the sender"
        : organisation(custody.particulars().agency());
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
