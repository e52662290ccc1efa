package baton.escalation.ladder;

import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.Rung;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of the table {@code escalation} climbs, and when. */
final class LadderTable {
  /** The predicate of its indexes: of what an alarm stands for, the alarm climbs. */
  private static final String CLIMBS =
      "placed and confirmed and alarm is null and resolved_at is null";

  private static final String STEP = "coalesce(acknowledged_until, limit_at)";

  private static final String DUE =
      """
      select escalation, rung, told_organisation, cause_team, told_person, told_post, person,
        organisation, cause_organisation, acknowledged_by, acknowledged_until, limit_at
      from escalation where %s and partition = ? and %s < ? order by %s limit ?
      """
          .formatted(CLIMBS, STEP, STEP);

  /** The first of each partition, in the order of the index: no statistics make it read more. */
  private static final String DUE_IN =
      """
      select partition from unnest(?::int[], ?::timestamptz[]) as known (partition, presumed)
      where (select coalesce(e.acknowledged_until, e.limit_at) from escalation e
        where e.partition = known.partition
          and e.placed and e.confirmed and e.alarm is null and e.resolved_at is null
          and coalesce(e.acknowledged_until, e.limit_at) is not null
        order by coalesce(e.acknowledged_until, e.limit_at) limit 1) < known.presumed
      """;

  private static final String NEXT =
      """
      select min(first.step) as step
      from generate_series(0, (select max(partition) from escalation where %s)) as known (partition)
        cross join lateral (select %s as step from escalation
          where partition = known.partition and %s and %s is not null
          order by %s limit 1) as first
      """
          .formatted(CLIMBS, STEP, CLIMBS, STEP, STEP);

  private final Sql sql;

  private LadderTable(Sql sql) {
    this.sql = sql;
  }

  static LadderTable on(Connection connection) {
    return new LadderTable(Sql.on(connection, "the ladder"));
  }

  /**
   * One that has a step to take.
   *
   * @param team whose cause it is, or null
   * @param person the custodian when it was raised, or null
   * @param acknowledgedUntil null where nobody's word stands
   * @param limitAt null at the top
   */
  record Step(
      EscalationId escalation,
      Rung rung,
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String post,
      PersonId acknowledgedBy,
      Instant acknowledgedUntil,
      Instant limitAt) {}

  /** The partitions in which something can climb now. */
  List<Integer> due(Collection<Integer> partitions, Collection<Instant> known) {
    return sql.list(DUE_IN, row -> row.getInt(1), partitions, known);
  }

  /** What has a step to take, the oldest first. */
  List<Step> due(int partition, Instant known, int limit) {
    return sql.list(DUE, LadderTable::step, partition, known, limit);
  }

  /** When the next one has, past ones included. */
  Optional<Instant> next() {
    return Optional.ofNullable(sql.list(NEXT, row -> Sql.instant(row, "step")).getFirst());
  }

  private static Step step(ResultSet row) throws SQLException {
    Rung rung = Rung.valueOf(row.getString("rung"));
    return new Step(
        new EscalationId(row.getObject("escalation", UUID.class)),
        rung,
        Columns.organisation(row, "cause_organisation"),
        Columns.team(row, "cause_team"),
        Columns.person(row, "person"),
        rung == Rung.CUSTODIAN ? row.getString("told_post") : null,
        Columns.person(row, "acknowledged_by"),
        Sql.instant(row, "acknowledged_until"),
        Sql.instant(row, "limit_at"));
  }
}
