package baton.custody;

import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.HELD_REVIEW;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.UPSTREAM_ANSWER;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;

import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.risk.CommsDataRequested;
import baton.custody.Particulars.LocalReference;

/** Who looks at it, who is told of it, what is waited for. None of these moves custody. */
final class OversightRules {
  private OversightRules() {}

  /** The next one is due after the usual time, or on the date that was named, the sooner (R14). */
  static Step reviewed(Step step, SupervisorReviewed e) {
    Step reviewed = step.restarts(SUPERVISOR_REVIEW);
    Clock next = reviewed.custody().clocks().running(SUPERVISOR_REVIEW);
    boolean sooner = next != null && e.nextReview().isBefore(next.due());
    return sooner ? reviewed.dueAt(SUPERVISOR_REVIEW, e.nextReview()) : reviewed;
  }

  static Step holdReviewed(Step step) {
    return step.restarts(HELD_REVIEW);
  }

  /** The first of several questions counts: none waits longer because another one came. */
  static Step progressRequested(Step step) {
    return step.starts(UPSTREAM_ANSWER);
  }

  static Step progressReported(Step step) {
    return step.meets(UPSTREAM_ANSWER).restarts(UPSTREAM_PROGRESS);
  }

  /** The one thing that gives development more time, unless its time is over already. */
  static Step commsDataRequested(Step step, CommsDataRequested e) {
    return step.dueAt(DEVELOP, e.until());
  }

  static Step locallyKnown(Step step, LocalReferenceRecorded e) {
    var reference = new LocalReference(e.force(), e.system(), e.reference());
    return step.with(step.custody().particulars().known(reference));
  }

  static Step listDiffered(Step step, OpenListDiffered e) {
    return step.with(step.custody().openLists().differed(e, step.by()));
  }

  static Step listAgreed(Step step, OpenListAgreed e) {
    return step.with(step.custody().openLists().agreed(e, step.by()));
  }
}
