package baton.escalation.ladder;

import static java.util.Comparator.comparing;

import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What of the table {@code escalation} was raised and not looked at yet for whose cause it is. */
final class PlacingTable {
  /** Of a referral that nothing was judged of, partition 0 has it. */
  private static final String UNPLACED =
      """
      select e.escalation, e.kind, e.clock, e.confirmed, e.organisation, e.person, e.raised_at,
        e.told_at, coalesce(e.cause_organisation, e.organisation, 'nca') as whose,
        coalesce(b.custodian_team, e.cause_team) as team, b.custodian_organisation,
        b.custodian_post, c.plan
      from escalation e
      left join custody_board b on b.referral = e.referral
      left join plan_referral p on p.referral = e.referral and e.clock is not null
      left join catch_up_plan c on c.organisation = p.organisation and c.plan = p.plan
        and c.runs_until > ?
      where not e.placed and e.resolved_at is null and ? = coalesce(
        (select j.partition from judgement j where j.referral = e.referral), 0)
      order by e.raised limit ?
      """;

  private static final String UNPLACED_IN =
      """
      select distinct coalesce(
        (select j.partition from judgement j where j.referral = e.referral), 0)
      from escalation e where not e.placed and e.resolved_at is null
      """;

  private static final String PLACE =
      """
      update escalation set placed = true, partition = ?, cause_organisation = ?, cause_team = ?,
        plan = ?, acknowledgement_lasts = make_interval(secs => ?)
      where escalation = ?::uuid
      """;

  /** What has climbed already stays where it is, however often it is looked at. */
  private static final String TELL =
      """
      update escalation set told_organisation = ?, told_post = ?, told_at = ?, limit_at = ?
      where escalation = ?::uuid and rung = 'CUSTODIAN'
      """;

  private final Sql sql;

  private PlacingTable(Sql sql) {
    this.sql = sql;
  }

  static PlacingTable on(Connection connection) {
    return new PlacingTable(Sql.on(connection, "what was raised"));
  }

  /**
   * One that was raised.
   *
   * @param organisation whose cause it is: the custodian's when it was raised
   * @param team of whoever has it there, or null
   * @param person who had it when it was raised, or null
   * @param post where no person has it and the board says so, or null
   * @param plan the catch-up plan that brought it in and runs now, or null
   * @param toldAt null where a version of this service that knew no ladder raised it
   */
  record Raised(
      EscalationId escalation,
      FindingKind kind,
      ClockName clock,
      boolean confirmed,
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String post,
      String plan,
      Instant raisedAt,
      Instant toldAt) {}

  /**
   * Where it stands.
   *
   * @param limitAt when the custodian's rung has had its time
   * @param lasts seconds that an acknowledgement lasts
   */
  record Placed(
      Raised raised, TeamId team, String post, Instant toldAt, Instant limitAt, long lasts) {
    /** What it is one of, if it is one of many. */
    AlarmCause cause() {
      return raised.plan() == null
          ? new AlarmCause(raised.kind(), raised.clock(), raised.organisation(), team, null)
          : AlarmCause.ofPlan(raised.organisation(), team);
    }
  }

  /**
   * @param now for the catch-up plans that run
   */
  List<Raised> unplaced(int partition, Instant now, int limit) {
    return sql.list(UNPLACED, PlacingTable::raised, now, partition, limit);
  }

  /** The partitions in which something is to be placed. */
  List<Integer> unplacedIn() {
    return sql.list(UNPLACED_IN, row -> row.getInt(1));
  }

  /** In the order of their ids, which the database compares as text does. */
  void place(List<Placed> all, int partition) {
    var places = new ArrayList<Object[]>();
    var told = new ArrayList<Object[]>();
    var ordered =
        all.stream().sorted(comparing(each -> each.raised().escalation().toString())).toList();
    for (Placed each : ordered) {
      Raised raised = each.raised();
      places.add(
          new Object[] {
            partition,
            raised.organisation(),
            each.team(),
            raised.plan(),
            each.lasts(),
            raised.escalation()
          });
      told.add(
          new Object[] {
            raised.organisation(), each.post(), each.toldAt(), each.limitAt(), raised.escalation()
          });
    }
    sql.updateAll(PLACE, places);
    sql.updateAll(TELL, told);
  }

  private static Raised raised(ResultSet row) throws SQLException {
    String clock = row.getString("clock");
    OrganisationCode whose = Columns.organisation(row, "whose");
    // Who has it now says whose team it is only while it is still in the same house.
    boolean here = whose.equals(Columns.organisation(row, "custodian_organisation"));
    return new Raised(
        new EscalationId(row.getObject("escalation", UUID.class)),
        FindingKind.valueOf(row.getString("kind")),
        clock == null ? null : ClockName.valueOf(clock),
        row.getBoolean("confirmed"),
        whose,
        here ? Columns.team(row, "team") : null,
        Columns.person(row, "person"),
        here ? row.getString("custodian_post") : null,
        row.getString("plan"),
        Sql.instant(row, "raised_at"),
        Sql.instant(row, "told_at"));
  }
}
