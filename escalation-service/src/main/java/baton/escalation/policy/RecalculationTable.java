package baton.escalation.policy;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders to set running deadlines anew, and how far each has got. */
final class RecalculationTable {
  private static final String NEXT =
      "select * from recalculation where done_at is null order by ordered_at, id limit 1"
          + " for update skip locked";

  private static final String OPEN_AFTER =
      """
      select referral from custody_board
      where not concluded and (?::uuid is null or referral > ?::uuid) order by referral limit ?""";

  private final Sql sql;

  private RecalculationTable(Sql sql) {
    this.sql = sql;
  }

  static RecalculationTable on(Connection connection) {
    return new RecalculationTable(Sql.on(connection, "the recalculations"));
  }

  /**
   * @param recorded referrals whose deadlines were set anew so far
   * @param reached the last referral that was looked at, or null
   */
  record Recalculation(
      UUID id,
      OrganisationCode organisation,
      String version,
      PersonId by,
      String reason,
      Instant orderedAt,
      int recorded,
      UUID reached,
      boolean done) {}

  void order(Recalculation order) {
    sql.update(
        "insert into recalculation (id, organisation, version, ordered_by, reason, ordered_at)"
            + " values (?::uuid, ?, ?, ?, ?, ?)",
        order.id(),
        order.organisation(),
        order.version(),
        order.by(),
        order.reason(),
        order.orderedAt());
  }

  boolean pending() {
    return sql.find("select 1 from recalculation where done_at is null limit 1", row -> true)
        .isPresent();
  }

  /** The oldest that no other instance is at. */
  Optional<Recalculation> next() {
    return sql.find(NEXT, RecalculationTable::read);
  }

  /** Newest first. */
  List<Recalculation> of(OrganisationCode organisation) {
    return sql.list(
        "select * from recalculation where organisation = ? order by ordered_at desc, id limit 100",
        RecalculationTable::read,
        organisation);
  }

  List<ReferralId> openAfter(UUID reached, int limit) {
    return sql.list(
        OPEN_AFTER, row -> new ReferralId(row.getObject(1, UUID.class)), reached, reached, limit);
  }

  void reached(Recalculation order, ReferralId last, int recorded) {
    sql.update(
        "update recalculation set reached = ?, recorded = recorded + ? where id = ?::uuid",
        last,
        recorded,
        order.id());
  }

  void done(Recalculation order) {
    sql.update("update recalculation set done_at = now() where id = ?::uuid", order.id());
  }

  private static Recalculation read(ResultSet row) throws SQLException {
    return new Recalculation(
        row.getObject("id", UUID.class),
        OrganisationCode.of(row.getString("organisation")),
        row.getString("version"),
        PersonId.of(row.getString("ordered_by")),
        row.getString("reason"),
        Sql.instant(row, "ordered_at"),
        row.getInt("recorded"),
        row.getObject("reached", UUID.class),
        row.getObject("done_at") != null);
  }
}
