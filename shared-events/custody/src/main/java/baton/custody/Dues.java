package baton.custody;

import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;

import baton.contract.OrganisationCode;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.risk.CommsDataRequested;
import baton.policy.Deadline;
import baton.policy.PolicyBook;
import baton.policy.Urgency;
import java.time.Instant;

/** What an event does to the dues of clocks that run already. */
record Dues(Custody custody, Entry by, PolicyBook policy) {
  static Dues of(Step step) {
    return new Dues(step.custody(), step.by(), step.policy());
  }

  /** By order: nothing else moves a deadline because a table changed (R8). */
  Clocks recalculated(OrganisationCode whose, String version) {
    Urgency urgency = custody.grading().urgency();
    Instant now = by.recordedAt();
    return custody
        .clocks()
        .each(
            c ->
                c.running() && c.policyOf().equals(whose) && !waitsForOthers(c)
                    ? policy
                        .recalculated(c.name(), urgency, whose, version, c.started(), now)
                        .map(due -> c.recalculated(due, by))
                        .orElse(c)
                    : c);
  }

  /** Dues follow the priority in force, the grade clock follows the action clock, offers follow. */
  Custody settledAfter(Custody before) {
    Grading was = before.grading();
    Grading is = custody.grading();
    Clocks regraded = was.equals(is) ? custody.clocks() : regraded(is.mayLengthenAfter(was));
    Clocks clocks = regraded.each(c -> c.name() == GRADE ? gradeFollows(c, regraded) : c);
    return custody.with(clocks).with(custody.offers().following(clocks));
  }

  private Clocks regraded(boolean mayLengthen) {
    return custody.clocks().each(c -> c.running() ? regraded(c, mayLengthen) : c);
  }

  /** No grade gives back what a supervisor shortened. */
  private Clock regraded(Clock clock, boolean mayLengthen) {
    if (clock.name() == GRADE || waitsForOthers(clock)) return clock;
    boolean longer = mayLengthen && !clock.dueSetBy().is(SupervisorReviewed.class);
    Urgency urgency = custody.grading().urgency();
    Deadline due = policy.again(clock.name(), urgency, clock.terms(), clock.started());
    return clock.dueAt(due.at(), longer, by);
  }

  /**
   * From the force's acceptance or the suspect being named, the later; never later than the action
   * clock, which is all there is while no suspect is named.
   */
  private Clock gradeFollows(Clock grade, Clocks clocks) {
    if (!grade.running()) return grade;
    Clock action = owedSince(grade.started(), clocks.newest(ENFORCEMENT_ACTION));
    Instant named = custody.particulars().suspectNamedAt();
    Instant from = named != null && named.isAfter(grade.started()) ? named : grade.started();
    Urgency urgency = custody.grading().urgency();
    Instant own = policy.again(GRADE, urgency, grade.terms(), from).at();
    boolean actionDecides = action != null && (named == null || action.due().isBefore(own));
    return grade.dueAt(actionDecides ? action.due() : own, true, by);
  }

  /** No table and no grade says when communications data comes. */
  private static boolean waitsForOthers(Clock clock) {
    return clock.dueSetBy().is(CommsDataRequested.class);
  }

  /** What was over before, as when a case is opened again, bounds nothing. */
  private static Clock owedSince(Instant start, Clock clock) {
    boolean over =
        clock == null || !clock.running() && clock.endedBy().recordedAt().isBefore(start);
    return over ? null : clock;
  }
}
