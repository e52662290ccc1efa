package baton.risk.assessment.model;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.risk.RiskAssessed;
import java.util.List;

/**
 * What has been judged of a referral so far. Parts not judged yet are null.
 *
 * @param priority the NCA's triage priority
 * @param force the one that risk-service determined last; the sender's is not in this stream
 * @param grading the risk grade that counts
 */
public record Judgement(Grade priority, OrganisationCode force, Grading grading) {
  static final Judgement NONE = new Judgement(null, null, null);

  /** A risk grade with whose judgement it is (R21) and how it was reached (R18). */
  public record Grading(
      Grade grade, PersonId by, String tool, String toolVersion, List<Integer> steps) {
    static Grading of(RiskAssessed event) {
      return new Grading(
          event.grade(), event.assessor(), event.tool(), event.toolVersion(), event.steps());
    }
  }

  /** The grade that counts, or null. */
  public Grade grade() {
    return grading == null ? null : grading.grade();
  }

  Judgement withPriority(Grade judged) {
    return new Judgement(judged, force, grading);
  }

  Judgement withForce(OrganisationCode judged) {
    return new Judgement(priority, judged, grading);
  }

  Judgement withGrading(Grading judged) {
    return new Judgement(priority, force, judged);
  }
}
