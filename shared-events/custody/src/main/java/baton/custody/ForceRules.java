package baton.custody;

import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.OWNERSHIP_DISPUTE;
import static baton.contract.escalation.ClockName.TIE_BREAK;
import static baton.contract.escalation.ClockName.TRIAGE;

import baton.contract.OrganisationCode;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.risk.RiskAssessed;
import java.time.Instant;

/** From dissemination to action. */
final class ForceRules {
  private ForceRules() {}

  static Step disseminated(Step step, CaseDisseminated e) {
    Holding holding = step.custody().holding();
    Step offered =
        enforcementStarts(
                NcaRules.released(step).stops(DEVELOP).meets(DISSEMINATE).meets(TIE_BREAK),
                e.force())
            .offers(HandOff.FORCE, e.number(), e.force(), null);
    return holding.beyondTheNca() ? offered : offered.with(holding.at(Stage.DISSEMINATED));
  }

  /** The named person at the force has it; what the NCA still owed is pointless now. */
  static Step accepted(Step step, DisseminationAccepted e) {
    Instant now = step.by().recordedAt();
    Step accepted =
        EndRules.stillOpen(step, e.force())
            .accepts(HandOff.FORCE, e.number(), e.force(), e.person(), now);
    return officerAwaited(
        taken(accepted, Custodian.person(e.force(), e.team(), e.person(), now))
            .starts(ACCEPTANCE_NOTED),
        now);
  }

  /**
   * An organisation that is not on Baton has it, as two persons say: nobody there is named by Baton
   * or grades in it. What has to be done about the suspect is due all the same.
   */
  static Step acceptedOutside(Step step, OutsideAcceptanceConfirmed e) {
    Step accepted =
        EndRules.stillOpen(step, e.organisation())
            .accepts(HandOff.FORCE, e.number(), e.organisation(), null, e.acceptedAt());
    return taken(accepted, Custodian.outside(e.organisation(), step.by().recordedAt()))
        .stops(GRADE);
  }

  /** What the sender still owed is pointless now, and so is what the force that had it owed. */
  static Step taken(Step step, Custodian by) {
    Step taken =
        enforcementStarts(NcaRules.released(step), by.organisation())
            .meets(OWNERSHIP_DISPUTE)
            .stops(TIE_BREAK)
            .stops(ASSESSOR_NAMED)
            .stops(TRIAGE)
            .stops(DEVELOP)
            .stops(DISSEMINATE)
            .stops(NAMED_OFFICER_ACCEPTS)
            .lapses(HandOff.ASSESSOR)
            .lapses(HandOff.OFFICER)
            .holds(Stage.WITH_FORCE, by);
    return taken.with(taken.custody().particulars().withForce(by.organisation()));
  }

  /** A force that has it must name an officer, and grade it where nobody has. */
  static Step officerAwaited(Step step, Instant from) {
    Step awaited = step.startsAt(NAMED_OFFICER_ACCEPTS, from);
    return step.custody().grade() == null ? awaited.startsAt(GRADE, from) : awaited;
  }

  static Step allocated(Step step, CaseAllocated e) {
    Custodian custodian = step.custody().custodian();
    var organisation = custodian == null ? OrganisationCode.NCA : custodian.organisation();
    return step.offers(HandOff.OFFICER, e.number(), organisation, e.officer());
  }

  static Step officerAccepted(Step step, AllocationAccepted e) {
    return enforcementStarts(
            step.accepts(
                HandOff.OFFICER, e.number(), e.force(), e.officer(), step.by().recordedAt()),
            e.force())
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
