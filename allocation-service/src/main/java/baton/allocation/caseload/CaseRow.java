package baton.allocation.caseload;

import baton.contract.ReferralId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the list. What is not so yet is null.
 *
 * @param reference the sender's
 * @param force that has it, or the organisation of the tie-breaker who decides
 * @param person who has it there
 * @param post that has it, where no person does
 * @param noted the force that it was determined to be for
 * @param offeredToForce the force that it waits for
 * @param offeredToOfficer the officer whom it waits for
 */
@Schema(name = "CaseItem")
public record CaseRow(
    ReferralId referralId,
    String reference,
    boolean urgent,
    Stage state,
    String force,
    String team,
    String person,
    String post,
    String noted,
    String offeredToForce,
    String offeredToOfficer,
    String outcome) {

  static CaseRow of(ResultSet row) throws SQLException {
    // Two persons ended it at the NCA, with risk-service: no force had it.
    String ended = row.getString("ended");
    return new CaseRow(
        new ReferralId(row.getObject("referral", UUID.class)),
        row.getString("reference"),
        row.getBoolean("urgent"),
        ended == null ? Stage.valueOf(row.getString("stage")) : Stage.CONCLUDED,
        row.getString("force"),
        row.getString("team"),
        row.getString("person"),
        row.getString("post"),
        row.getString("noted"),
        row.getString("offered_force"),
        row.getString("offered_officer"),
        ended == null ? row.getString("outcome") : ended);
  }

  /** As the force sees it that had it and handed it on: where it is, and no more. */
  CaseRow handedOn() {
    return new CaseRow(
        referralId, reference, urgent, state, force, null, null, null, noted, null, null, null);
  }
}
