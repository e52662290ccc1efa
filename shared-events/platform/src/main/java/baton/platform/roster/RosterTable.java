package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.DisseminationsReceived;
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
import baton.roster.Cover;
import baton.roster.Roster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The roster as far as this service has read the register, in the tables of migration {@code
 * classpath:db/roster}. Total: what was never heard of changes nothing. Who is there, covers or
 * decides is answered by {@link Roster}, of which this is the stored form.
 */
public final class RosterTable {
  private static final String PLACE =
      """
      insert into roster_officer (organisation, person, team, rank) values (?, ?, ?, ?)
      on conflict (organisation, person) do update set team = excluded.team, rank = excluded.rank\
      """;

  /** Supervisor and deputy may be null. */
  public record Team(TeamId id, String name, PersonId supervisor, PersonId deputy) {}

  /**
   * @param team null for somebody who is in no team
   */
  public record Officer(PersonId person, TeamId team, Rank rank) {}

  private final Sql sql;
  private final PresenceRows presence;
  private final AgreementRows agreements;

  private RosterTable(Sql sql) {
    this.sql = sql;
    this.presence = new PresenceRows(sql);
    this.agreements = new AgreementRows(sql);
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
                    deputy = excluded.deputy\
              """,
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
      case OfficerJoined e -> place(e.organisation(), e.person(), e.team(), e.rank());
      case OfficerMoved e -> place(e.organisation(), e.person(), e.team(), e.rank());
      case OfficerLeft e -> left(e.organisation(), e.person());
      case OfficerUnavailable e -> presence.away(e);
      case OfficerReturned e -> presence.back(e);
      case DutyRotaSet e -> presence.rota(e);
      case JointUnitFormed e -> agreements.jointUnit(e);
      case TieBreakerNamed e -> agreements.tieBreaker(e);
      // What a force's own list says about its cases moves nobody.
      case OpenListReconciled _, DisseminationsReceived _ -> {}
    }
  }

  private void place(OrganisationCode organisation, PersonId person, TeamId team, Rank rank) {
    sql.update(PLACE, organisation, person, team, rank);
    sql.update(
        "delete from roster_left where organisation = ? and person = ?", organisation, person);
  }

  private void left(OrganisationCode organisation, PersonId person) {
    sql.update(
        """
        insert into roster_left (organisation, person, team)
        values (?, ?, (select team from roster_officer where organisation = ? and person = ?))
        on conflict do nothing\
        """,
        organisation,
        person,
        organisation,
        person);
    sql.update(
        "delete from roster_officer where organisation = ? and person = ?", organisation, person);
    presence.gone(organisation, person);
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

  /** The organisation's people, teams, absences and turns, as the model that answers. */
  public Roster load(OrganisationCode organisation) {
    var roster = new Roster();
    for (Team team : teams(organisation))
      roster.apply(
          new TeamFormed(organisation, team.id(), team.name(), team.supervisor(), team.deputy()));
    for (Officer officer : officers(organisation)) roster.apply(joined(organisation, officer));
    for (Officer gone : gone(organisation)) left(organisation, gone, roster);
    presence.absences(organisation).forEach(roster::apply);
    presence.rotas(organisation).forEach(roster::apply);
    return roster.apply(agreements.jointUnit(organisation));
  }

  /** What is known of one person alone: enough to say whether he or she is there. */
  public Roster load(OrganisationCode organisation, PersonId person) {
    var roster = new Roster();
    officer(organisation, person).map(each -> joined(organisation, each)).ifPresent(roster::apply);
    gone(organisation, person).ifPresent(gone -> left(organisation, gone, roster));
    presence.absences(organisation, person).forEach(roster::apply);
    return roster;
  }

  public boolean isActive(OrganisationCode organisation, PersonId person, Instant at) {
    return load(organisation, person).active(organisation, person, at);
  }

  /** Who has it in this person's place (R4). */
  public Cover cover(OrganisationCode organisation, TeamId team, PersonId person, Instant at) {
    return load(organisation).coverOf(organisation, team, person, at);
  }

  /** Whether the unit acts for the force: as itself, or as a joint unit of several. */
  public boolean coversForce(OrganisationCode unit, OrganisationCode force) {
    return new Roster().apply(agreements.jointUnit(unit)).coversForce(unit, force);
  }

  /** The forces that a joint unit acts for; empty for any other organisation. */
  public List<OrganisationCode> forcesOf(OrganisationCode unit) {
    return agreements.jointUnit(unit).forces();
  }

  /** The joint units that act for a force. */
  public List<OrganisationCode> unitsOf(OrganisationCode force) {
    return agreements.unitsOf(force);
  }

  /** Who decides between two organisations (R3), see {@link Roster#tieBreaker}. */
  public Cover tieBreaker(OrganisationCode one, OrganisationCode other, Instant at) {
    return agreements
        .tieBreaker(one, other)
        .map(named -> load(named.organisation()).apply(named))
        .orElseGet(Roster::new)
        .tieBreaker(one, other, at);
  }

  public List<OfficerUnavailable> absences(OrganisationCode organisation) {
    return presence.absences(organisation);
  }

  /** One for each team that has a rota, and with no team the duty inspectors'. */
  public List<DutyRotaSet> rotas(OrganisationCode organisation) {
    return presence.rotas(organisation);
  }

  private List<Officer> gone(OrganisationCode organisation) {
    return sql.list(
        "select person, team, 'STAFF' as rank from roster_left where organisation = ?",
        RosterTable::officer,
        organisation);
  }

  private Optional<Officer> gone(OrganisationCode organisation, PersonId person) {
    return sql.find(
        "select person, team, 'STAFF' as rank from roster_left"
            + " where organisation = ? and person = ?",
        RosterTable::officer,
        organisation,
        person);
  }

  private static void left(OrganisationCode organisation, Officer gone, Roster roster) {
    roster.apply(joined(organisation, gone));
    roster.apply(new OfficerLeft(organisation, gone.person()));
  }

  private static OfficerJoined joined(OrganisationCode organisation, Officer officer) {
    return new OfficerJoined(organisation, officer.person(), officer.team(), officer.rank());
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
