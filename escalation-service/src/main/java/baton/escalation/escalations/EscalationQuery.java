package baton.escalation.escalations;

import baton.contract.AlarmId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.custody.Finding;
import baton.escalation.escalations.EscalationList.Row;
import baton.escalation.ladder.model.Told;
import baton.escalation.platform.Columns;
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
        e.resolved_at, e.resolved_by, e.withdrawn, e.rung, e.told_organisation, e.told_person,
        e.told_post, e.limit_at, e.acknowledged_until, e.alarm
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
    UUID resolvedBy = row.getObject("resolved_by", UUID.class);
    return new Row(
        new EscalationId(row.getObject("escalation", UUID.class)),
        row.getLong("raised"),
        cause,
        Sql.instant(row, "due"),
        Columns.organisation(row, "organisation"),
        Columns.person(row, "person"),
        row.getBoolean("confirmed"),
        Sql.instant(row, "raised_at"),
        Columns.person(row, "acknowledged_by"),
        Sql.instant(row, "acknowledged_at"),
        Sql.instant(row, "resolved_at"),
        resolvedBy == null ? null : new EventId(resolvedBy),
        row.getBoolean("withdrawn"),
        Rung.valueOf(row.getString("rung")),
        told(row),
        Sql.instant(row, "limit_at"),
        Sql.instant(row, "acknowledged_until"),
        alarm(row));
  }

  /** Null only where a version of this service that knew no ladder raised it. */
  private static Told told(ResultSet row) throws SQLException {
    OrganisationCode organisation = Columns.organisation(row, "told_organisation");
    return organisation == null
        ? null
        : new Told(organisation, Columns.person(row, "told_person"), row.getString("told_post"));
  }

  private static AlarmId alarm(ResultSet row) throws SQLException {
    UUID alarm = row.getObject("alarm", UUID.class);
    return alarm == null ? null : new AlarmId(alarm);
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "the escalations");
  }
}
