package baton.escalation.replay;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import baton.custody.Custody;
import baton.custody.Grading;
import baton.custody.Stage;
import baton.policy.Urgency;
import java.time.Instant;

/**
 * How soon a referral must be acted on and whether that was done, decided apart from the fold: the
 * grade, else the sender's urgency, else the triage, else HIGH. Source: contracts, "Meanings".
 */
final class SecondOpinion {
  private boolean received;
  private Judgement judgement = new Judgement(false, null, null);
  private Instant actedAt;

  /**
   * @param urgent as the sender says
   * @param triage null before it was triaged
   * @param grade null where nobody has graded it
   */
  record Judgement(boolean urgent, Grade triage, Grading.Graded grade) {
    Urgency urgency() {
      return grade == null && urgent ? Urgency.URGENT : Urgency.of(priority());
    }

    Grade priority() {
      if (grade != null) return grade.value();
      if (urgent) return Grade.VERY_HIGH;
      return triage == null ? Grade.HIGH : triage;
    }

    /**
     * Whether it may give more time (R11): the first judgement in place of none may, and the first
     * grade in place of a triage.
     */
    boolean mayLengthenAfter(Judgement was) {
      if (was.grade != null || was.urgent) return false;
      boolean firstTriage = was.triage == null && triage != null && !urgent;
      return grade != null || firstTriage;
    }
  }

  /**
   * @param before what it stood at when this was recorded
   */
  void take(Custody before, Recorded<?> recorded) {
    Instant at = recorded.recordedTime();
    if (recorded.event() instanceof ReferralReceived e && !received) {
      received = true;
      urgent(e.urgent());
    }
    if (recorded.event() instanceof ReferralAmended e) urgent(e.urgent());
    if (recorded.event() instanceof TriagePrioritySet e)
      judgement = new Judgement(judgement.urgent, e.priority(), judgement.grade);
    if (recorded.event() instanceof RiskAssessed e) graded(e.grade(), e.assessor(), at);
    if (recorded.event() instanceof ReferralOriginated e && e.grade() != null)
      if (judgement.grade == null && !pastTheNca(before))
        graded(e.grade(), null, e.receivedAt() == null ? at : earlier(e.receivedAt(), at));
    if (recorded.event() instanceof ActionRecorded e
        && e.kind().effect() == ActionKind.Effect.ENFORCEMENT) {
      Instant done = earlier(e.happenedAt(), at);
      actedAt = actedAt == null ? done : earlier(done, actedAt);
    }
  }

  private void urgent(boolean says) {
    judgement = new Judgement(says, judgement.triage, judgement.grade);
  }

  private void graded(Grade value, PersonId by, Instant at) {
    judgement =
        new Judgement(judgement.urgent, judgement.triage, new Grading.Graded(value, by, at));
  }

  private static boolean pastTheNca(Custody before) {
    return before.stage() == Stage.WITH_FORCE
        || before.stage() == Stage.WITH_OFFICER
        || before.stage() == Stage.CONCLUDED;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  Judgement judgement() {
    return judgement;
  }

  /** When enforcement action was first taken, or null. */
  Instant actedAt() {
    return actedAt;
  }
}
