package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Turn;
import baton.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Absences and turns of duty, as the roster's events say them. */
final class PresenceRows {
  /** Stands for no team: the duty inspector of the whole organisation. */
  private static final String INSPECTOR = "";

  private final Sql sql;

  PresenceRows(Sql sql) {
    this.sql = sql;
  }

  void away(OfficerUnavailable e) {
    sql.update(
        """
        insert into roster_absence (organisation, person, absence, from_at, until_at)
        values (?, ?, ?, ?, ?)
        on conflict (organisation, person, absence, from_at) do update
          set until_at = excluded.until_at""",
        e.organisation(),
        e.person(),
        e.absence(),
        e.from(),
        e.until());
  }

  void back(OfficerReturned e) {
    sql.update(
        "delete from roster_absence where organisation = ? and person = ? and from_at >= ?",
        e.organisation(),
        e.person(),
        e.at());
    sql.update(
        "update roster_absence set until_at = ?"
            + " where organisation = ? and person = ? and (until_at is null or until_at > ?)",
        e.at(),
        e.organisation(),
        e.person(),
        e.at());
  }

  void gone(OrganisationCode organisation, PersonId person) {
    sql.update(
        "delete from roster_absence where organisation = ? and person = ?", organisation, person);
  }

  void rota(DutyRotaSet e) {
    String team = e.team() == null ? INSPECTOR : e.team().value();
    sql.update(
        "delete from roster_turn where organisation = ? and team = ?", e.organisation(), team);
    var rows = new ArrayList<Object[]>();
    for (Turn turn : e.turns())
      rows.add(
          new Object[] {
            e.organisation(),
            team,
            rows.size(),
            turn.person(),
            turn.from(),
            turn.until(),
            turn.onCall()
          });
    sql.updateAll(
        """
        insert into roster_turn (organisation, team, place, person, from_at, until_at, on_call)
        values (?, ?, ?, ?, ?, ?, ?)""",
        rows);
  }

  List<OfficerUnavailable> absences(OrganisationCode organisation) {
    return sql.list(
        "select * from roster_absence where organisation = ? order by person, from_at, absence",
        PresenceRows::absence,
        organisation);
  }

  List<OfficerUnavailable> absences(OrganisationCode organisation, PersonId person) {
    return sql.list(
        "select * from roster_absence where organisation = ? and person = ?"
            + " order by from_at, absence",
        PresenceRows::absence,
        organisation,
        person);
  }

  /** One for each team that has a rota, and for the duty inspectors where there are any. */
  List<DutyRotaSet> rotas(OrganisationCode organisation) {
    List<TeamTurn> turns =
        sql.list(
            "select * from roster_turn where organisation = ? order by team, place",
            TeamTurn::of,
            organisation);
    return turns.stream()
        .map(TeamTurn::team)
        .distinct()
        .map(
            team ->
                new DutyRotaSet(
                    organisation,
                    team.equals(INSPECTOR) ? null : new TeamId(team),
                    turns.stream()
                        .filter(each -> Objects.equals(each.team(), team))
                        .map(TeamTurn::turn)
                        .toList()))
        .toList();
  }

  private record TeamTurn(String team, Turn turn) {
    static TeamTurn of(ResultSet row) throws SQLException {
      return new TeamTurn(
          row.getString("team"),
          new Turn(
              new PersonId(row.getString("person")),
              Sql.instant(row, "from_at"),
              Sql.instant(row, "until_at"),
              row.getBoolean("on_call")));
    }
  }

  private static OfficerUnavailable absence(ResultSet row) throws SQLException {
    return new OfficerUnavailable(
        new OrganisationCode(row.getString("organisation")),
        new PersonId(row.getString("person")),
        Absence.valueOf(row.getString("absence")),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "until_at"));
  }
}
