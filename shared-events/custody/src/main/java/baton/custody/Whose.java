package baton.custody;

import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;

/**
 * Whose timescales and working days a clock follows: those of the organisation that has to act. The
 * clocks of a force that is offered a referral, which does not have it yet, are started with its
 * code.
 */
final class Whose {
  private Whose() {}

  static OrganisationCode timescales(ClockName clock, Custody custody) {
    return switch (clock) {
      case ASSESSOR_NAMED, TRIAGE, DEVELOP, DISSEMINATE, HELD_REVIEW, TIE_BREAK ->
          OrganisationCode.NCA;
      // Between services: no organisation works faster or slower than another.
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED -> OrganisationCode.BATON;
      case FORCE_ACCEPTS,
          NAMED_OFFICER_ACCEPTS,
          GRADE,
          ENFORCEMENT_ACTION,
          URGENT_ACKNOWLEDGED,
          SUPERVISOR_REVIEW,
          DORMANT,
          UPSTREAM_ANSWER,
          UPSTREAM_PROGRESS,
          CONTENT_LAPSES_IN_120_DAYS,
          CONTENT_LAPSES_IN_60_DAYS,
          CONTENT_LAPSES_IN_14_DAYS,
          OWNERSHIP_DISPUTE ->
          custodian(custody);
    };
  }

  private static OrganisationCode custodian(Custody custody) {
    Custodian custodian = custody.custodian();
    return custodian == null ? OrganisationCode.NCA : custodian.organisation();
  }
}
