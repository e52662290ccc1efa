package baton.escalation.escalations;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.custody.Finding;
import baton.escalation.escalations.EscalationList.Row;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which escalations are asked for.
 *
 * @param open true for those whose cause stands, false for the others, null for both
 * @param kind or null
 * @param force only those of referrals that are for this force or held there; or null
 * @param referral or null
 * @param sight the same, for what the caller may see; or null
 */
record EscalationQuery(
    Boolean open,
    FindingKind kind,
    OrganisationCode force,
    ReferralId referral,
    OrganisationCode sight) {
  private static final String SELECT =
      """
      select e.escalation, e.raised, e.referral, e.kind, e.clock, e.started_by, e.due,
        e.organisation, e.person, e.confirmed, e.raised_at, e.acknowledged_by, e.acknowledged_at,
        e.resolved_at, e.resolved_by, e.withdrawn
      from escalation e left join custody_board b on b.referral = e.referral
      """;

  static final EscalationQuery EVERYTHING = new EscalationQuery(null, null, null, null, null);

  EscalationQuery seenBy(OrganisationCode organisation) {
    return new EscalationQuery(open, kind, force, referral, organisation);
  }

  /**
   * In the order of raising.
   *
   * @param after the last {@link Row#raised} of the page before, 0 for the first
   */
  List<Row> page(long after, int limit, Connection connection) {
    var parts = new ArrayList<>(List.of("e.raised > ?"));
    var values = new ArrayList<Object>(List.of(after));
    if (open != null) parts.add("e.resolved_at is " + (open ? "null" : "not null"));
    add(kind, "e.kind = ?", parts, values);
    add(force, "? in (b.force, b.custodian_organisation)", parts, values);
    add(referral, "e.referral = ?", parts, values);
    add(sight, "? in (b.force, b.custodian_organisation, e.organisation)", parts, values);
    values.add(limit);
    String sql = SELECT + "where " + String.join(" and ", parts) + " order by e.raised limit ?";
    return on(connection).list(sql, EscalationQuery::row, values.toArray());
  }

  Optional<Row> one(EscalationId id, Connection connection) {
    String visible = "?::text is null or ? in (b.force, b.custodian_organisation, e.organisation)";
    return on(connection)
        .find(
            SELECT + "where e.escalation = ?::uuid and (" + visible + ")",
            EscalationQuery::row,
            id,
            sight,
            sight);
  }

  private static void add(Object value, String part, List<String> parts, List<Object> values) {
    if (value == null) return;
    parts.add(part);
    values.add(value);
  }

  private static Row row(ResultSet row) throws SQLException {
    Finding.Cause cause = Raised.cause(row);
    String organisation = row.getString("organisation");
    UUID resolvedBy = row.getObject("resolved_by", UUID.class);
    return new Row(
        new EscalationId(row.getObject("escalation", UUID.class)),
        row.getLong("raised"),
        cause,
        Sql.instant(row, "due"),
        organisation == null ? null : OrganisationCode.of(organisation),
        person(row, "person"),
        row.getBoolean("confirmed"),
        Sql.instant(row, "raised_at"),
        person(row, "acknowledged_by"),
        Sql.instant(row, "acknowledged_at"),
        Sql.instant(row, "resolved_at"),
        resolvedBy == null ? null : new EventId(resolvedBy),
        row.getBoolean("withdrawn"));
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : PersonId.of(id);
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "the escalations");
  }
}
