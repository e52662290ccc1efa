package baton.risk.assessment.model;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.AssessmentEndProposed;

/**
 * How far a referral is on the way to going no further than the NCA. Each step takes two persons.
 *
 * @param proposal what waits for a second person, or null
 * @param settled what two persons settled, or null while it goes on
 * @param confirmedBy the second of them, or null
 */
public record Ending(Standing standing, Proposal proposal, Proposal settled, PersonId confirmedBy) {
  static final Ending NONE = new Ending(Standing.GOES_ON, null, null, null);

  /** Where it stands. */
  public enum Standing {
    GOES_ON,
    /** Nobody can act on it yet: open, and looked at again. */
    HELD,
    ENDED
  }

  /**
   * What an assessor proposed.
   *
   * @param duplicateOf the referral that it repeats, or null
   * @param recipient the agency abroad that has it, or null
   * @param theirReference the reference there, or null
   */
  public record Proposal(
      AssessmentEnd end,
      ReferralId duplicateOf,
      String recipient,
      String theirReference,
      PersonId by) {
    static Proposal of(AssessmentEndProposed e) {
      return new Proposal(e.end(), e.duplicateOf(), e.recipient(), e.theirReference(), e.by());
    }
  }

  boolean held() {
    return standing == Standing.HELD;
  }

  boolean ended() {
    return standing == Standing.ENDED;
  }

  Ending proposed(Proposal next) {
    return new Ending(standing, next, settled, confirmedBy);
  }

  /** Somebody else has it, or it turned out to be a force's: what was proposed of it lapses. */
  Ending withoutProposal() {
    return proposed(null);
  }

  Ending heldBy(PersonId second) {
    return new Ending(Standing.HELD, null, proposal, second);
  }

  Ending endedBy(PersonId second) {
    return new Ending(Standing.ENDED, null, proposal, second);
  }
}
