package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.FORCE_NOTED;
import static baton.contract.escalation.ClockName.HELD_REVIEW;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;

import baton.contract.OrganisationCode;
import baton.contract.allocation.HandOff;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.TriagePrioritySet;

/** From receipt to dissemination. Once a force has accepted, none of these moves custody. */
final class NcaRules {
  private NcaRules() {}

  /** The receiving desk has it, and every clock of a receipt starts. */
  static Step received(Step step, ReferralReceived e) {
    Custody custody = step.custody();
    if (custody.particulars().receivedAt() != null) return step;
    var particulars = custody.particulars().received(e, step.by().recordedAt());
    Step known =
        step.with(particulars)
            .with(custody.grading().withUrgent(e.urgent()))
            .starts(ASSESSMENT_OPENED)
            .starts(CASE_OPENED)
            .starts(SUPERVISOR_REVIEW)
            .starts(DORMANT)
            .starts(UPSTREAM_PROGRESS);
    Step warned = ContentRules.reported(e.urgent() ? known.starts(URGENT_ACKNOWLEDGED) : known);
    Step held =
        custody.custodian() != null
            ? warned
            : warned
                .holds(Stage.RECEIVED, Custodian.desk(step.by().recordedAt()))
                .starts(ASSESSOR_NAMED);
    boolean awaitsTriage = custody.grading().triage() == null && !custody.holding().beyondTheNca();
    return awaitsForce(awaitsTriage ? held.starts(TRIAGE) : held);
  }

  static Step amended(Step step, ReferralAmended e) {
    Custody custody = step.custody();
    var particulars =
        custody.particulars().amended(e.actionable(), e.suspectNamed(), step.by().recordedAt());
    Step known = step.with(particulars).with(custody.grading().withUrgent(e.urgent()));
    boolean news = e.urgent() && !custody.grading().urgent();
    return awaitsForce(news ? known.starts(URGENT_ACKNOWLEDGED) : known);
  }

  static Step forceDetermined(Step step, ForceDetermined e) {
    Custody custody = step.custody();
    if (custody.holding().beyondTheNca()) return step;
    Step known = step.with(custody.particulars().withForce(e.force())).meets(DEVELOP);
    boolean news = !e.force().equals(custody.force());
    return awaitsForce(news ? known.starts(FORCE_NOTED) : known);
  }

  static Step assessorAssigned(Step step, AssessorAssigned e) {
    return step.custody().holding().beyondTheNca()
        ? step
        : step.offers(HandOff.ASSESSOR, e.number(), OrganisationCode.NCA, e.assessor());
  }

  static Step assessmentAccepted(Step step, AssessmentAccepted e) {
    Step accepted =
        step.accepts(
            HandOff.ASSESSOR, e.number(), e.organisation(), e.assessor(), step.by().recordedAt());
    Holding holding = step.custody().holding();
    if (holding.beyondTheNca()) return accepted;
    boolean offered = holding.stage() == Stage.DISSEMINATED;
    return accepted.holds(
        offered ? Stage.DISSEMINATED : Stage.IN_ASSESSMENT,
        Custodian.person(e.organisation(), e.team(), e.assessor(), step.by().recordedAt()));
  }

  static Step triaged(Step step, TriagePrioritySet e) {
    return awaitsForce(step.with(step.custody().grading().triaged(e.priority())).meets(TRIAGE));
  }

  /**
   * What can be acted on waits for a force: first, once it is triaged, for one to be determined,
   * then for the way there. An informational report starts neither clock (R35), nor does one that
   * is held.
   */
  private static Step awaitsForce(Step step) {
    Custody custody = step.custody();
    if (custody.holding().beyondTheNca() || !custody.particulars().actionable()) return step;
    if (custody.held()) return step;
    if (custody.force() != null) return awaitsDissemination(step);
    boolean triaged = custody.grading().triage() != null;
    return triaged && !custody.clocks().ever(DEVELOP) ? step.starts(DEVELOP) : step;
  }

  /** Runs once from when the force is first known; only a decline or withdrawal runs it again. */
  private static Step awaitsDissemination(Step step) {
    Clocks clocks = step.custody().clocks();
    boolean was = clocks.ever(DISSEMINATE) || clocks.ever(FORCE_ACCEPTS);
    return was ? step : step.starts(DISSEMINATE);
  }

  /**
   * Nobody can act on it yet: the way to a force waits, and so does casework. It is reviewed as
   * everything open is, and looked at again on its own clock.
   */
  static Step held(Step step) {
    if (step.custody().holding().beyondTheNca()) return step;
    return step.stops(TRIAGE).stops(DEVELOP).stops(DISSEMINATE).stops(DORMANT).starts(HELD_REVIEW);
  }

  /** The way to a force goes on where it stood, with its whole limit. */
  static Step holdEnded(Step step) {
    return step.custody().held() ? towardsForce(released(step)) : step;
  }

  /** Whoever sends or takes it on holds it no longer. */
  static Step released(Step step) {
    return step.custody().held() ? step.stops(HELD_REVIEW).starts(DORMANT) : step;
  }

  /** Back on the way to a force, whatever of it was done or stopped before. */
  static Step towardsForce(Step step) {
    Custody custody = step.custody();
    boolean triaged = custody.grading().triage() != null || custody.grading().urgent();
    Step known = triaged ? step : step.starts(TRIAGE);
    if (!custody.particulars().actionable()) return known;
    if (custody.force() != null) return known.starts(DISSEMINATE);
    return triaged ? known.starts(DEVELOP) : known;
  }
}
