package baton.custody;

import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.Outcome;
import baton.contract.risk.AssessmentConcluded;
import java.time.Instant;

/** How a referral ends, and how it is opened again. */
final class EndRules {
  private EndRules() {}

  static Step concluded(Step step, CaseConcluded e) {
    return ended(step, e.outcome());
  }

  /** Two persons ended it at the NCA; once a force has it, only the force ends it. */
  static Step assessmentConcluded(Step step, AssessmentConcluded e) {
    if (step.custody().holding().beyondTheNca()) return step;
    return switch (e.end()) {
      case HELD -> NcaRules.held(step);
      case NOT_UNITED_KINGDOM -> ended(step, Outcome.NOT_UNITED_KINGDOM);
      case PASSED_ABROAD -> ended(step, Outcome.PASSED_ABROAD);
      case DUPLICATE -> ended(step, Outcome.DUPLICATE);
    };
  }

  /** Whom the event names has it; what an open case owes is owed from now on. */
  static Step reopened(Step step, CaseReopened e) {
    Custody custody = step.custody();
    if (!custody.holding().concluded()) return step;
    Instant now = step.by().recordedAt();
    var custodian = Custodian.named(e.organisation(), e.team(), e.person(), e.post(), now);
    Stage stage = stage(custody, custodian);
    Step open =
        ContentRules.reopened(
            step.with(custody.holding().reopened(stage, custodian, step.by()))
                .starts(SUPERVISOR_REVIEW)
                .starts(DORMANT));
    Step told = OriginRules.own(custody) ? open : open.starts(UPSTREAM_PROGRESS);
    return stage.compareTo(Stage.WITH_FORCE) < 0
        ? NcaRules.towardsForce(told)
        : owedByForce(told, stage);
  }

  /**
   * An acceptance that crossed with the end at the NCA: a force has it, so it is open and owed
   * (R1). What has to be done about the suspect counts from when it did before.
   */
  static Step stillOpen(Step step, OrganisationCode force) {
    Holding holding = step.custody().holding();
    if (!holding.concluded() || !holding.movedBy().is(AssessmentConcluded.class)) return step;
    Instant now = step.by().recordedAt();
    var custodian = Custodian.named(force, null, null, null, now);
    Clock action = step.custody().clocks().newest(ENFORCEMENT_ACTION);
    Step open =
        ContentRules.reopened(
            step.with(holding.reopened(Stage.DISSEMINATED, custodian, step.by()))
                .starts(SUPERVISOR_REVIEW)
                .starts(DORMANT)
                .starts(UPSTREAM_PROGRESS));
    return action == null || action.metAt() != null
        ? open
        : open.startsAt(ENFORCEMENT_ACTION, force, action.started());
  }

  private static Step owedByForce(Step step, Stage stage) {
    Custody custody = step.custody();
    Step acted = custody.actedAt() == null ? step.starts(ENFORCEMENT_ACTION) : step;
    Step graded = custody.grade() == null ? acted.starts(GRADE) : acted;
    return stage == Stage.WITH_FORCE ? graded.starts(NAMED_OFFICER_ACCEPTS) : graded;
  }

  private static Stage stage(Custody custody, Custodian custodian) {
    if (custodian.organisation().equals(OrganisationCode.NCA))
      return custodian.person() == null ? Stage.RECEIVED : Stage.IN_ASSESSMENT;
    return wasOfficer(custody, custodian.person()) ? Stage.WITH_OFFICER : Stage.WITH_FORCE;
  }

  private static boolean wasOfficer(Custody custody, PersonId person) {
    return person != null
        && custody.offers().all().stream()
            .anyMatch(
                o ->
                    o.kind() == HandOff.OFFICER
                        && o.state() == Offer.State.ACCEPTED
                        && person.equals(o.person()));
  }

  private static Step ended(Step step, Outcome outcome) {
    Custody custody = step.custody();
    if (custody.holding().concluded()) return step;
    return step.with(custody.holding().concluded(outcome, step.by()))
        .with(custody.offers().allLapsed(step.by()))
        .with(custody.clocks().allStopped(step.by()))
        .with(custody.openLists().concluded(step.by()));
  }
}
