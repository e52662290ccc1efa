package baton.risk.assessment.model;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.risk.RiskAssessed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has been judged of a referral so far. Parts not judged yet are null.
 *
 * @param priority the NCA's triage priority
 * @param force the one that risk-service determined last; the sender's is not in this stream
 * @param grading the risk grade that counts
 * @param ending whether it goes on to a force at all; never null
 * @param commsDataUntil when communications data asked for last is expected
 * @param acknowledgedBy who said that he or she has seen that it is urgent
 */
public record Judgement(
    Grade priority,
    OrganisationCode force,
    Grading grading,
    Ending ending,
    Instant commsDataUntil,
    Set<PersonId> acknowledgedBy) {
  static final Judgement NONE = new Judgement(null, null, null, Ending.NONE, null, Set.of());

  public Judgement {
    acknowledgedBy = Set.copyOf(acknowledgedBy);
  }

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
    return new Judgement(judged, force, grading, ending, commsDataUntil, acknowledgedBy);
  }

  Judgement withForce(OrganisationCode judged) {
    return new Judgement(
        priority, judged, grading, ending.withoutProposal(), commsDataUntil, acknowledgedBy);
  }

  Judgement withGrading(Grading judged) {
    return new Judgement(priority, force, judged, ending, commsDataUntil, acknowledgedBy);
  }

  /**
   * The grade that a referral had when it was brought in counts until another is given.
   *
   * @param grade or null
   * @param by who has it, and answers for the grade that it came with
   */
  Judgement broughtWith(Grade grade, PersonId by) {
    return grade == null || grading != null
        ? this
        : withGrading(new Grading(grade, by, null, null, List.of()));
  }

  Judgement withEnding(Ending next) {
    return new Judgement(priority, force, grading, next, commsDataUntil, acknowledgedBy);
  }

  Judgement withCommsData(Instant until) {
    return new Judgement(priority, force, grading, ending, until, acknowledgedBy);
  }

  Judgement acknowledged(PersonId by) {
    var all = new HashSet<>(acknowledgedBy);
    all.add(by);
    return new Judgement(priority, force, grading, ending, commsDataUntil, all);
  }
}
