package baton.risk.worklist;

import baton.contract.ReferralId;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentEndProposed;
import baton.platform.sql.Sql;
import java.time.Instant;

/** The columns of an assessment that say how it goes no further than the NCA. */
final class EndRows {
  private static final String PROPOSED =
      """
      update assessment set proposed_end = ?, proposed_duplicate_of = ?, proposed_by = ?
       where referral = ?""";
  private static final String CONCLUDED =
      """
      update assessment
         set held_at = null, proposed_end = null, proposed_duplicate_of = null, proposed_by = null,
             ended = ?, ended_at = ?, end_confirmed_by = ?, duplicate_of = ?, recipient = ?,
             their_reference = ?
       where referral = ?""";
  private static final String GOES_ON =
      """
      update assessment
         set held_at = null, proposed_end = null, proposed_duplicate_of = null, proposed_by = null,
             ended = null, ended_at = null, end_confirmed_by = null, duplicate_of = null,
             recipient = null, their_reference = null
       where referral = ?""";

  private final Sql sql;

  EndRows(Sql sql) {
    this.sql = sql;
  }

  void proposed(AssessmentEndProposed e) {
    sql.update(PROPOSED, e.end(), e.duplicateOf(), e.by(), e.referral());
  }

  /** Somebody else has it, or it turned out to be a force's. */
  void proposalLapsed(ReferralId referral) {
    sql.update(PROPOSED, null, null, null, referral);
  }

  void held(ReferralId referral, Instant at) {
    proposalLapsed(referral);
    sql.update(
        "update assessment set held_at = ?, hold_reviewed_at = null where referral = ?",
        at,
        referral);
  }

  void holdReviewed(ReferralId referral, Instant at) {
    sql.update("update assessment set hold_reviewed_at = ? where referral = ?", at, referral);
  }

  void concluded(AssessmentConcluded e, Instant at) {
    sql.update(
        CONCLUDED,
        e.end(),
        at,
        e.confirmedBy(),
        e.duplicateOf(),
        e.recipient(),
        e.theirReference(),
        e.referral());
  }

  /** The hold has ended, or a force has it. */
  void goesOn(ReferralId referral) {
    sql.update(GOES_ON, referral);
  }
}
