package baton.risk.worklist;

import baton.contract.ReferralId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the list. What is not known yet is null.
 *
 * @param force as an assessor determined it, else as the sender named it
 * @param assessor who has it
 * @param offeredTo whom it waits for
 * @param grade the risk grade that counts
 * @param state whether it waits for a grade, is held, is graded or ended at the NCA
 */
@Schema(name = "AssessmentItem")
public record AssessmentRow(
    ReferralId referralId,
    String priority,
    String force,
    String assessor,
    String offeredTo,
    String grade,
    Worklist.State state) {

  static AssessmentRow of(ResultSet row) throws SQLException {
    return new AssessmentRow(
        new ReferralId(row.getObject("referral", UUID.class)),
        row.getString("priority"),
        row.getString("force"),
        row.getString("assessor"),
        row.getString("offered_to"),
        row.getString("grade"),
        Worklist.State.of(row));
  }
}
