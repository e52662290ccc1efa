package baton.risk.worklist;

import baton.contract.ReferralId;
import baton.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a referral goes no further than the NCA. What is not so is null.
 *
 * @param proposed the end that waits for a second person
 * @param heldAt since when nobody can act on it
 * @param heldReviewedAt when somebody looked at it again last
 * @param end how it ended
 * @param confirmedBy who confirmed the end
 * @param duplicateOf the referral that it repeats, or is proposed to repeat
 * @param recipient the agency abroad that has it
 * @param theirReference the reference there
 */
@Schema(name = "AssessmentEnding")
public record AssessmentEnding(
    String proposed,
    String proposedBy,
    Instant heldAt,
    Instant heldReviewedAt,
    String end,
    Instant endedAt,
    String confirmedBy,
    ReferralId duplicateOf,
    String recipient,
    String theirReference) {

  static AssessmentEnding of(ResultSet row) throws SQLException {
    boolean ended = row.getString("ended") != null;
    return new AssessmentEnding(
        row.getString("proposed_end"),
        row.getString("proposed_by"),
        Sql.instant(row, "held_at"),
        Sql.instant(row, "hold_reviewed_at"),
        row.getString("ended"),
        Sql.instant(row, "ended_at"),
        row.getString("end_confirmed_by"),
        referral(row, ended ? "duplicate_of" : "proposed_duplicate_of"),
        row.getString("recipient"),
        row.getString("their_reference"));
  }

  private static ReferralId referral(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new ReferralId(id);
  }
}
