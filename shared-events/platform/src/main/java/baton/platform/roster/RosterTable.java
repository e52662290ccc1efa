package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.OpenListReconciled;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The roster as far as this service has read the register: tables {@code roster_team} and {@code
 * roster_officer} (migration {@code classpath:db/roster}). Total: what was never heard of changes
 * nothing.
 */
public final class RosterTable {
  private static final String PLACE =
      """
      insert into roster_officer (organisation, person, team, rank) values (?, ?, ?, ?)
      on conflict (organisation, person) do update set team = excluded.team, rank = excluded.rank""";

  /** Supervisor and deputy may be null. */
  public record Team(TeamId id, String name, PersonId supervisor, PersonId deputy) {}

  /**
   * @param team null for somebody who is in no team
   */
  public record Officer(PersonId person, TeamId team, Rank rank) {}

  private final Sql sql;

  private RosterTable(Sql sql) {
    this.sql = sql;
  }

  public static RosterTable on(Connection connection) {
    return new RosterTable(Sql.on(connection, "the roster"));
  }

  public void apply(RosterEvent event) {
    switch (event) {
      case TeamFormed e ->
          sql.update(
              """
              insert into roster_team (organisation, team, name, supervisor, deputy)
              values (?, ?, ?, ?, ?)
              on conflict (organisation, team) do update
                set name = excluded.name, supervisor = excluded.supervisor,
                    deputy = excluded.deputy""",
              e.organisation(),
              e.team(),
              e.name(),
              e.supervisor(),
              e.deputy());
      case SupervisorChanged e ->
          sql.update(
              "update roster_team set supervisor = ?, deputy = ?"
                  + " where organisation = ? and team = ?",
              e.supervisor(),
              e.deputy(),
              e.organisation(),
              e.team());
      case OfficerJoined e -> sql.update(PLACE, e.organisation(), e.person(), e.team(), e.rank());
      case OfficerMoved e -> sql.update(PLACE, e.organisation(), e.person(), e.team(), e.rank());
      case OfficerLeft e ->
          sql.update(
              "delete from roster_officer where organisation = ? and person = ?",
              e.organisation(),
              e.person());
      case OfficerUnavailable _,
          OfficerReturned _,
          DutyRotaSet _,
          JointUnitFormed _,
          TieBreakerNamed _,
          OpenListReconciled _ -> {}
    }
  }

  public Optional<Officer> officer(OrganisationCode organisation, PersonId person) {
    return sql.find(
        "select person, team, rank from roster_officer where organisation = ? and person = ?",
        RosterTable::officer,
        organisation,
        person);
  }

  public boolean hasTeam(OrganisationCode organisation, TeamId team) {
    return sql.find(
            "select 1 from roster_team where organisation = ? and team = ?",
            row -> true,
            organisation,
            team)
        .isPresent();
  }

  /** Whether this person leads a team of the organisation, as supervisor or deputy. */
  public boolean leads(OrganisationCode organisation, PersonId person) {
    return sql.find(
            "select 1 from roster_team where organisation = ? and ? in (supervisor, deputy)",
            row -> true,
            organisation,
            person)
        .isPresent();
  }

  public List<Team> teams(OrganisationCode organisation) {
    return sql.list(
        "select team, name, supervisor, deputy from roster_team where organisation = ? order by 1",
        RosterTable::team,
        organisation);
  }

  public List<Officer> officers(OrganisationCode organisation) {
    return sql.list(
        "select person, team, rank from roster_officer where organisation = ? order by person",
        RosterTable::officer,
        organisation);
  }

  private static Team team(ResultSet row) throws SQLException {
    return new Team(
        TeamId.of(row.getString("team")),
        row.getString("name"),
        person(row.getString("supervisor")),
        person(row.getString("deputy")));
  }

  private static Officer officer(ResultSet row) throws SQLException {
    String team = row.getString("team");
    return new Officer(
        PersonId.of(row.getString("person")),
        team == null ? null : TeamId.of(team),
        Rank.valueOf(row.getString("rank")));
  }

  private static PersonId person(String id) {
    return id == null ? null : PersonId.of(id);
  }
}
