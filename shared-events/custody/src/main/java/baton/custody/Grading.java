package baton.custody;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.policy.Urgency;
import java.time.Instant;

/**
 * How soon it must be acted on, and by whose judgement.
 *
 * @param urgent the sender gave a reason for urgency
 * @param triage the NCA's priority, or null
 * @param grade the risk grade that counts, or null
 */
public record Grading(boolean urgent, Grade triage, Graded grade) {
  static final Grading NONE = new Grading(false, null, null);

  /** Neither set: HIGH (contracts, "Meanings"). */
  private static final Grade ASSUMED = Grade.HIGH;

  /**
   * A risk grade with its author (R21).
   *
   * @param by null where it was given before the referral was on Baton
   */
  public record Graded(Grade value, PersonId by, Instant at) {}

  /** What the priority in force rests on. */
  public enum Basis {
    ASSUMED,
    URGENT,
    TRIAGE,
    GRADE
  }

  Basis basis() {
    if (grade != null) return Basis.GRADE;
    if (urgent) return Basis.URGENT;
    return triage != null ? Basis.TRIAGE : Basis.ASSUMED;
  }

  /** The priority in force. */
  public Grade priority() {
    return switch (basis()) {
      case GRADE -> grade.value();
      // Provisional very high from receipt: no triage lowers it, only a grade takes its place.
      case URGENT -> Grade.VERY_HIGH;
      case TRIAGE -> triage;
      case ASSUMED -> ASSUMED;
    };
  }

  public Urgency urgency() {
    return basis() == Basis.URGENT ? Urgency.URGENT : Urgency.of(priority());
  }

  /**
   * Whether going from the earlier judgement to this one may give running clocks more time: the
   * first judgement may, in place of an assumption or of a triage; lowering one that stands, or one
   * that rests on the sender's urgency, may not, for that takes a second person (R11).
   */
  boolean mayLengthenAfter(Grading earlier) {
    return switch (earlier.basis()) {
      case ASSUMED -> basis() == Basis.TRIAGE || basis() == Basis.GRADE;
      case TRIAGE -> basis() == Basis.GRADE;
      case URGENT, GRADE -> false;
    };
  }

  Grading withUrgent(boolean isUrgent) {
    return new Grading(isUrgent, triage, grade);
  }

  Grading triaged(Grade priority) {
    return new Grading(urgent, priority, grade);
  }

  Grading graded(Grade value, PersonId by, Instant at) {
    return new Grading(urgent, triage, new Graded(value, by, at));
  }
}
