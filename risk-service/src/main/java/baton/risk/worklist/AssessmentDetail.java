package baton.risk.worklist;

import baton.contract.ReferralId;
import baton.contract.intake.ReferralDetails;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One assessment. What is not known yet is null.
 *
 * @param acceptedBy the force that has the referral by now
 * @param offers to assessors, oldest first
 * @param personal left out for a reader who may not see it
 */
@Schema(name = "Assessment")
public record AssessmentDetail(
    @JsonUnwrapped Facts facts,
    List<Offer> offers,
    @JsonUnwrapped Personal personal,
    Instant asOf,
    double lagSeconds) {

  /**
   * What is open to everybody of the organisation.
   *
   * @param commsDataUntil when communications data asked for is expected
   */
  public record Facts(
      ReferralId referralId,
      String agency,
      String reference,
      Instant openedAt,
      boolean urgent,
      boolean actionable,
      String priority,
      String force,
      String assessor,
      String offeredTo,
      String grade,
      String gradedBy,
      Instant gradedAt,
      String tool,
      String toolVersion,
      String acceptedBy,
      Worklist.State state,
      AssessmentEnding ending,
      Instant commsDataUntil,
      Acknowledgement urgencyAcknowledged) {

    static Facts of(ResultSet row) throws SQLException {
      return new Facts(
          new ReferralId(row.getObject("referral", UUID.class)),
          row.getString("agency"),
          row.getString("reference"),
          Sql.instant(row, "opened_at"),
          row.getBoolean("urgent"),
          row.getBoolean("actionable"),
          row.getString("priority"),
          row.getString("force"),
          row.getString("assessor"),
          row.getString("offered_to"),
          row.getString("grade"),
          row.getString("graded_by"),
          Sql.instant(row, "graded_at"),
          row.getString("tool"),
          row.getString("tool_version"),
          row.getString("accepted_by"),
          Worklist.State.of(row),
          AssessmentEnding.of(row),
          Sql.instant(row, "comms_data_until"),
          Acknowledgement.of(row));
    }
  }

  /** Who said last that he or she has seen that it is urgent. */
  @Schema(name = "UrgencyAcknowledgement")
  public record Acknowledgement(String by, Instant at) {
    static Acknowledgement of(ResultSet row) throws SQLException {
      String by = row.getString("urgency_acknowledged_by");
      return by == null
          ? null
          : new Acknowledgement(by, Sql.instant(row, "urgency_acknowledged_at"));
    }
  }

  @Schema(name = "AssessorOfferState")
  public record Offer(
      int number, String person, String team, String state, Instant offeredAt, Instant closedAt) {

    static Offer of(ResultSet row) throws SQLException {
      return new Offer(
          row.getInt("number"),
          row.getString("person"),
          row.getString("team"),
          row.getString("state"),
          Sql.instant(row, "offered_at"),
          Sql.instant(row, "closed_at"));
    }
  }

  /**
   * The referral as its sender wrote it last.
   *
   * @param referral null where its key is gone
   * @param unreadable true there, else left out
   * @param conditions under which a force may use it, in place of it; else left out
   */
  public record Personal(
      ReferralDetails referral,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unreadable,
      @JsonInclude(JsonInclude.Include.NON_NULL) String conditions) {
    static Personal of(Optional<ReferralDetails> opened) {
      return new Personal(opened.orElse(null), opened.isPresent() ? null : true, null);
    }

    static Personal under(String conditions) {
      return new Personal(null, null, conditions);
    }
  }
}
