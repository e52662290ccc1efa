package baton.custody;

import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.TRIAGE;

import baton.contract.OrganisationCode;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.HandOff;
import baton.contract.risk.RiskAssessed;
import java.time.Instant;

/** From dissemination to conclusion. */
final class ForceRules {
  private ForceRules() {}

  static Step disseminated(Step step, CaseDisseminated e) {
    Holding holding = step.custody().holding();
    Step offered =
        enforcementStarts(step.stops(DEVELOP).meets(DISSEMINATE), e.force())
            .offers(HandOff.FORCE, e.number(), e.force(), null);
    return holding.beyondTheNca() ? offered : offered.with(holding.at(Stage.DISSEMINATED));
  }

  /** The named person at the force has it; what the NCA still owed is pointless now. */
  static Step accepted(Step step, DisseminationAccepted e) {
    Step taken =
        enforcementStarts(step.accepts(HandOff.FORCE, e.number(), e.force(), e.person()), e.force())
            .stops(ASSESSOR_NAMED)
            .stops(TRIAGE)
            .stops(DEVELOP)
            .stops(DISSEMINATE)
            .stops(NAMED_OFFICER_ACCEPTS)
            .lapses(HandOff.ASSESSOR)
            .lapses(HandOff.OFFICER)
            .starts(NAMED_OFFICER_ACCEPTS, e.force())
            .starts(ACCEPTANCE_NOTED)
            .holds(
                Stage.WITH_FORCE,
                Custodian.person(e.force(), e.team(), e.person(), step.by().recordedAt()));
    Step known = taken.with(taken.custody().particulars().withForce(e.force()));
    return step.custody().grade() == null ? known.starts(GRADE) : known;
  }

  static Step allocated(Step step, CaseAllocated e) {
    Custodian custodian = step.custody().custodian();
    var organisation = custodian == null ? OrganisationCode.NCA : custodian.organisation();
    return step.offers(HandOff.OFFICER, e.number(), organisation, e.officer());
  }

  static Step officerAccepted(Step step, AllocationAccepted e) {
    return enforcementStarts(
            step.accepts(HandOff.OFFICER, e.number(), e.force(), e.officer()), e.force())
        .holds(
            Stage.WITH_OFFICER,
            Custodian.person(e.force(), e.team(), e.officer(), step.by().recordedAt()));
  }

  static Step graded(Step step, RiskAssessed e) {
    var grading = step.custody().grading();
    return step.with(grading.graded(e.grade(), e.assessor(), step.by().recordedAt())).meets(GRADE);
  }

  /** Entered late, it still counts for when it was done; the clock shows when it was entered. */
  static Step acted(Step step, ActionRecorded e) {
    if (e.kind().effect() != ActionKind.Effect.ENFORCEMENT) return step;
    Instant recorded = step.by().recordedAt();
    Instant happened = e.happenedAt().isAfter(recorded) ? recorded : e.happenedAt();
    return step.with(step.custody().holding().acted(happened)).meets(ENFORCEMENT_ACTION, happened);
  }

  static Step concluded(Step step, CaseConcluded e) {
    Custody custody = step.custody();
    if (custody.holding().concluded()) return step;
    return step.with(custody.holding().concluded(e.outcome(), step.by()))
        .with(custody.offers().allLapsed(step.by()))
        .with(custody.clocks().allStopped(step.by()));
  }

  /**
   * From the first dissemination to any force, and never again (R11); from an acceptance only where
   * the log shows no dissemination before it.
   */
  private static Step enforcementStarts(Step step, OrganisationCode force) {
    return step.custody().clocks().ever(ENFORCEMENT_ACTION)
        ? step
        : step.starts(ENFORCEMENT_ACTION, force);
  }
}
