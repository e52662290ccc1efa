package baton.allocation.caseload;

import baton.contract.ReferralId;
import baton.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is kept of a case beside the work on it.
 *
 * @param localReferences under which forces' own systems know it
 * @param openListDifferences in which a force's own list was last found to disagree
 * @param reviews by supervisors, the newest first
 * @param securedContent at the provider; null until it was secured
 * @param nca who has it at the NCA, as far as risk-service's word was read; or null
 */
public record CaseOversight(
    List<LocalReference> localReferences,
    List<OpenListDifference> openListDifferences,
    List<Review> reviews,
    SecuredContent securedContent,
    AtTheNca nca) {

  @Schema(name = "LocalReferenceState")
  public record LocalReference(String force, String system, String reference) {
    static LocalReference of(ResultSet row) throws SQLException {
      return new LocalReference(
          row.getString("force"), row.getString("system"), row.getString("reference"));
    }
  }

  @Schema(name = "OpenListDifferenceState")
  public record OpenListDifference(String force, String system, String difference, Instant since) {
    static OpenListDifference of(ResultSet row) throws SQLException {
      return new OpenListDifference(
          row.getString("force"),
          row.getString("system"),
          row.getString("difference"),
          Sql.instant(row, "since"));
    }
  }

  @Schema(name = "ReviewState")
  public record Review(
      String organisation,
      String by,
      String grade,
      String owner,
      Instant reviewedAt,
      Instant nextReview) {
    static Review of(ResultSet row) throws SQLException {
      return new Review(
          row.getString("organisation"),
          row.getString("by_person"),
          row.getString("grade"),
          row.getString("owner"),
          Sql.instant(row, "recorded_at"),
          Sql.instant(row, "next_review"));
    }
  }

  /**
   * @param until how long the provider keeps it; null where it was obtained
   */
  public record SecuredContent(Instant at, String by, Instant until) {
    static SecuredContent of(ResultSet row) throws SQLException {
      return new SecuredContent(
          Sql.instant(row, "content_secured_at"),
          row.getString("content_secured_by"),
          Sql.instant(row, "content_until"));
    }
  }

  /**
   * @param ended how it ended there, or null
   */
  public record AtTheNca(
      String organisation, String team, String person, String post, String ended) {
    static AtTheNca of(ResultSet row) throws SQLException {
      return new AtTheNca(
          row.getString("organisation"),
          row.getString("team"),
          row.getString("person"),
          row.getString("post"),
          row.getString("ended"));
    }
  }

  static CaseOversight of(ReferralId referral, Sql sql) {
    return new CaseOversight(
        sql.list(
            "select * from local_reference where referral = ? order by force, system, reference",
            LocalReference::of,
            referral),
        sql.list(
            "select * from open_list_difference where referral = ? order by force, system",
            OpenListDifference::of,
            referral),
        sql.list(
            "select * from supervisor_review where referral = ? order by recorded_at desc",
            Review::of,
            referral),
        sql.find(
                "select * from case_file where referral = ? and content_secured_at is not null",
                SecuredContent::of,
                referral)
            .orElse(null),
        sql.find("select * from nca_assessment where referral = ?", AtTheNca::of, referral)
            .orElse(null));
  }
}
