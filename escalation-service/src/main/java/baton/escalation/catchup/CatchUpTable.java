package baton.escalation.catchup;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.escalation.CatchUpPlanAdopted;
import baton.contract.escalation.Milestone;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The catch-up plans, their milestones and their referrals, on one transaction. */
final class CatchUpTable {
  private static final String ADOPTED =
      """
      insert into catch_up_plan (organisation, plan, team, adopted_by, adopted_at, runs_until)
      values (?, ?, ?, ?, ?, ?)
      on conflict (organisation, plan) do update set team = excluded.team,
        adopted_by = excluded.adopted_by, adopted_at = excluded.adopted_at,
        runs_until = excluded.runs_until, ended = false
      """;

  private static final String MILESTONE =
      """
      insert into catch_up_milestone (organisation, plan, by_when, open_at_most)
      values (?, ?, ?, ?)
      """;

  /**
   * Whose cause the open ones are is looked at again. They are locked in the order of their ids, as
   * whoever places them does: else the two wait for each other in a circle.
   */
  private static final String PLACE_AGAIN =
      """
      with open as (
        select e.escalation from escalation e join plan_referral p on p.referral = e.referral
        where p.organisation = ? and p.plan = ? and e.resolved_at is null
        order by e.escalation for update of e)
      update escalation e set placed = false, alarm = null from open
      where e.escalation = open.escalation
      """;

  private static final String ORIGINATED =
      """
      insert into plan_referral (referral, plan, organisation, team) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String OPEN =
      """
      select count(*) as referrals, count(*) filter (where not b.concluded) as open
      from plan_referral p join custody_board b on b.referral = p.referral
      where p.organisation = ? and p.plan = ?
      """;

  private static final String DUE =
      """
      select m.organisation, m.plan, c.team, m.by_when, m.open_at_most, m.missed
      from catch_up_milestone m
      join catch_up_plan c on c.organisation = m.organisation and c.plan = m.plan
      where not m.judged and m.by_when < ? order by m.by_when
      """;

  private static final String PAST =
      """
      select distinct on (m.plan) m.organisation, m.plan, c.team, m.by_when, m.open_at_most,
        m.missed
      from catch_up_milestone m
      join catch_up_plan c on c.organisation = m.organisation and c.plan = m.plan
      where m.judged and c.organisation = ? and coalesce(c.team, '') = coalesce(?, '')
      order by m.plan, m.by_when desc
      """;

  private final Sql sql;

  private CatchUpTable(Sql sql) {
    this.sql = sql;
  }

  static CatchUpTable on(Connection connection) {
    return new CatchUpTable(Sql.on(connection, "the catch-up plans"));
  }

  /** A plan as it was adopted last. */
  record Plan(
      OrganisationCode organisation,
      String plan,
      TeamId team,
      PersonId adoptedBy,
      Instant adoptedAt,
      Instant runsUntil) {}

  /** One date of a plan. */
  record Mark(
      OrganisationCode organisation,
      String plan,
      TeamId team,
      Instant by,
      int openAtMost,
      boolean missed) {}

  /**
   * @param referrals that the plan brought in and that this service has read
   */
  record Progress(int referrals, int open) {}

  void adopted(CatchUpPlanAdopted event, Instant at) {
    sql.update(
        ADOPTED,
        event.organisation(),
        event.plan(),
        event.team(),
        event.by(),
        at,
        event.milestones().getLast().by());
    sql.update(
        "delete from catch_up_milestone where organisation = ? and plan = ?",
        event.organisation(),
        event.plan());
    for (Milestone each : event.milestones())
      sql.update(MILESTONE, event.organisation(), event.plan(), each.by(), each.openAtMost());
    placeAgain(event.organisation(), event.plan());
  }

  void originated(ReferralId referral, String plan, OrganisationCode organisation, TeamId team) {
    sql.update(ORIGINATED, referral, plan, organisation, team);
  }

  Optional<Plan> find(OrganisationCode organisation, String plan) {
    return sql.find(
        """
        select organisation, plan, team, adopted_by, adopted_at, runs_until from catch_up_plan
        where organisation = ? and plan = ?
        """,
        CatchUpTable::plan,
        organisation,
        plan);
  }

  List<Mark> milestones(OrganisationCode organisation, String plan) {
    return sql.list(
        """
        select organisation, plan, null as team, by_when, open_at_most, missed
        from catch_up_milestone where organisation = ? and plan = ? order by by_when
        """,
        CatchUpTable::mark,
        organisation,
        plan);
  }

  Progress progress(OrganisationCode organisation, String plan) {
    return sql.find(
            OPEN,
            row -> new Progress(row.getInt("referrals"), row.getInt("open")),
            organisation,
            plan)
        .orElseThrow();
  }

  List<Mark> due(Instant known) {
    return sql.list(DUE, CatchUpTable::mark, known);
  }

  void judged(Mark mark, boolean missed) {
    sql.update(
        """
        update catch_up_milestone set judged = true, missed = ?
        where organisation = ? and plan = ? and by_when = ?
        """,
        missed,
        mark.organisation(),
        mark.plan(),
        mark.by());
  }

  /** Of each plan of a team the last date that is over. */
  List<Mark> past(OrganisationCode organisation, TeamId team) {
    return sql.list(PAST, CatchUpTable::mark, organisation, team);
  }

  /** The plans whose last date is over, and whose referrals have not been let go yet. */
  List<Plan> over(Instant known) {
    return sql.list(
        """
        select organisation, plan, team, adopted_by, adopted_at, runs_until from catch_up_plan
        where not ended and runs_until < ?
        """,
        CatchUpTable::plan,
        known);
  }

  void end(Plan plan) {
    sql.update(
        "update catch_up_plan set ended = true where organisation = ? and plan = ?",
        plan.organisation(),
        plan.plan());
    placeAgain(plan.organisation(), plan.plan());
  }

  /**
   * When the next date is.
   *
   * @param from inclusive
   */
  Optional<Instant> next(Instant from) {
    return Optional.ofNullable(
        sql.list(
                "select min(by_when) as due from catch_up_milestone"
                    + " where not judged and by_when >= ?",
                row -> Sql.instant(row, "due"),
                from)
            .getFirst());
  }

  private void placeAgain(OrganisationCode organisation, String plan) {
    sql.update(PLACE_AGAIN, organisation, plan);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        Columns.organisation(row, "organisation"),
        row.getString("plan"),
        Columns.team(row, "team"),
        Columns.person(row, "adopted_by"),
        Sql.instant(row, "adopted_at"),
        Sql.instant(row, "runs_until"));
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        Columns.organisation(row, "organisation"),
        row.getString("plan"),
        Columns.team(row, "team"),
        Sql.instant(row, "by_when"),
        row.getInt("open_at_most"),
        row.getBoolean("missed"));
  }
}
