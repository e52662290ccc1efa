package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.ladder.model.Told;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code alarm}, on one transaction. */
public final class AlarmTable {
  private static final String COLUMNS =
      """
      select alarm, raised, kind, clock, organisation, team, person, referrals, since, raised_at,
        rung, told_organisation, told_person, told_post, limit_at, acknowledged_by,
        acknowledged_at, acknowledged_until, resolved_at, resolved_by
      from alarm
      """;

  private static final String OF_CAUSE =
      """
      where resolved_at is null and kind = ? and coalesce(clock, '') = coalesce(?, '')
        and organisation = ? and coalesce(team, '') = coalesce(?, '')
        and coalesce(person, '') = coalesce(?, '')
      """;

  private static final String DUE =
      """
      where resolved_at is null and coalesce(acknowledged_until, limit_at) < ?
      order by coalesce(acknowledged_until, limit_at) limit ?
      """;

  private static final String NEXT =
      """
      select min(coalesce(acknowledged_until, limit_at)) as step from alarm
      where resolved_at is null and coalesce(acknowledged_until, limit_at) is not null
      """;

  private static final String LOCK =
      "select pg_advisory_xact_lock%s(hashtextextended('alarms', 0))::text";

  private final Sql sql;

  private AlarmTable(Sql sql) {
    this.sql = sql;
  }

  public static AlarmTable on(Connection connection) {
    return new AlarmTable(Sql.on(connection, "the alarms"));
  }

  /**
   * One alarm.
   *
   * @param raised order of raising: the cursor of the list
   * @param referrals how many it stood for when it was raised
   */
  public record Row(
      AlarmId id,
      long raised,
      AlarmCause cause,
      int referrals,
      Instant since,
      Instant raisedAt,
      Rung rung,
      Told told,
      Instant limitAt,
      PersonId acknowledgedBy,
      Instant acknowledgedAt,
      Instant acknowledgedUntil,
      Instant resolvedAt,
      EventId resolvedBy) {
    public boolean open() {
      return resolvedAt == null;
    }

    Instant nextClimb() {
      if (!open() || limitAt == null) return null;
      boolean stopped = acknowledgedUntil != null && acknowledgedUntil.isAfter(limitAt);
      return stopped ? acknowledgedUntil : limitAt;
    }
  }

  /**
   * For whoever touches what lies in every partition: raises, resolves or groups alarms. Nobody
   * judges meanwhile, so that the two cannot each wait for a row of the other's. Taken before the
   * lock of a partition, never after. Held until the transaction ends; takes no transaction id.
   */
  public void lockToGroup() {
    sql.find(LOCK.formatted(""), row -> true);
  }

  /** For whoever judges referrals of some partitions: any number of them at once. */
  public void lockToJudge() {
    sql.find(LOCK.formatted("_shared"), row -> true);
  }

  public Optional<Row> openOf(AlarmCause cause) {
    return sql.find(
        COLUMNS + OF_CAUSE,
        AlarmTable::row,
        cause.kind(),
        cause.clock(),
        cause.organisation(),
        cause.team(),
        cause.person());
  }

  public List<Row> openOf(FindingKind kind) {
    return sql.list(
        COLUMNS + "where resolved_at is null and kind = ? order by raised", AlarmTable::row, kind);
  }

  List<Row> due(Instant known, int limit) {
    return sql.list(COLUMNS + DUE, AlarmTable::row, known, limit);
  }

  public Optional<Instant> next() {
    return Optional.ofNullable(sql.list(NEXT, row -> Sql.instant(row, "step")).getFirst());
  }

  /**
   * In the order of raising.
   *
   * @param open true for those whose cause stands, false for the others, null for both
   * @param organisation or null
   */
  List<Row> page(Boolean open, OrganisationCode organisation, long after, int limit) {
    var parts = new ArrayList<>(List.of("raised > ?"));
    var values = new ArrayList<Object>(List.of(after));
    if (open != null) parts.add("resolved_at is " + (open ? "null" : "not null"));
    if (organisation != null) {
      parts.add("organisation = ?");
      values.add(organisation);
    }
    values.add(limit);
    return sql.list(
        COLUMNS + "where " + String.join(" and ", parts) + " order by raised limit ?",
        AlarmTable::row,
        values.toArray());
  }

  public Optional<Row> find(AlarmId id) {
    return sql.find(COLUMNS + "where alarm = ?::uuid", AlarmTable::row, id);
  }

  private static Row row(ResultSet row) throws SQLException {
    String clock = row.getString("clock");
    UUID resolvedBy = row.getObject("resolved_by", UUID.class);
    return new Row(
        new AlarmId(row.getObject("alarm", UUID.class)),
        row.getLong("raised"),
        new AlarmCause(
            FindingKind.valueOf(row.getString("kind")),
            clock == null ? null : ClockName.valueOf(clock),
            Columns.organisation(row, "organisation"),
            Columns.team(row, "team"),
            Columns.person(row, "person")),
        row.getInt("referrals"),
        Sql.instant(row, "since"),
        Sql.instant(row, "raised_at"),
        Rung.valueOf(row.getString("rung")),
        new Told(
            Columns.organisation(row, "told_organisation"),
            Columns.person(row, "told_person"),
            row.getString("told_post")),
        Sql.instant(row, "limit_at"),
        Columns.person(row, "acknowledged_by"),
        Sql.instant(row, "acknowledged_at"),
        Sql.instant(row, "acknowledged_until"),
        Sql.instant(row, "resolved_at"),
        resolvedBy == null ? null : new EventId(resolvedBy));
  }
}
