package baton.intake.status;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.platform.DatabaseFailed;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registry's rows with the board's beside them. */
@ApplicationScoped
public class SentReferrals {

  private static final String SELECT =
      """
      select r.referral, r.agency, r.reference, r.receipt_number, r.received_at, r.originated_by,
             b.state
        from referral_registry r left join custody_board b on b.referral = r.referral
      """;

  private final AgroalDataSource database;

  SentReferrals(AgroalDataSource database) {
    this.database = database;
  }

  public Optional<SentReferral> find(ReferralId referral) {
    return query(SELECT + " where r.referral = ?", referral).stream().findFirst();
  }

  /**
   * @param agency null for every agency's
   * @param reference null for all
   * @param after the id of the last one of the page before, or null
   */
  List<SentReferral> list(OrganisationCode agency, String reference, ReferralId after, int limit) {
    return query(
        SELECT
            + """
            where (?::text is null or r.agency = ?) and (?::text is null or r.reference = ?)
              and (?::uuid is null or r.referral > ?)
            order by r.referral limit ?\
            """,
        agency,
        agency,
        reference,
        reference,
        after,
        after,
        limit);
  }

  private List<SentReferral> query(String select, Object... values) {
    try (var connection = database.getConnection()) {
      return Sql.on(connection, "the registry").list(select, SentReferrals::sent, values);
    } catch (SQLException e) {
      throw new DatabaseFailed("the registry could not be reached", e);
    }
  }

  private static SentReferral sent(ResultSet row) throws SQLException {
    String state = row.getString("state");
    String originatedBy = row.getString("originated_by");
    return new SentReferral(
        new ReferralId(row.getObject("referral", UUID.class)),
        OrganisationCode.of(row.getString("agency")),
        row.getString("reference"),
        row.getString("receipt_number"),
        Sql.instant(row, "received_at"),
        originatedBy == null ? null : OrganisationCode.of(originatedBy),
        state == null ? null : CustodyBoard.read(state));
  }
}
