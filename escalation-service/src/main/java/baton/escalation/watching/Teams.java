package baton.escalation.watching;

import baton.contract.OrganisationCode;
import baton.contract.TeamId;
import baton.contract.escalation.FindingKind;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.ladder.CurrentRoster;
import baton.escalation.platform.Columns;
import baton.escalation.watching.model.Capacity;
import baton.escalation.watching.model.Capacity.Load;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Teams that have, or are given, more than they can complete (OVER_CAPACITY). Looked at once in
 * every hour of business time, by one instance; nothing is due before.
 */
@ApplicationScoped
public class Teams {
  private static final Duration LOOKED_BACK = Duration.ofDays(14);

  /** Of every team that has something open: an index alone answers it. */
  private static final String LOADS =
      """
      select b.organisation, b.team, b.open, coalesce(f.came, 0) as came,
        coalesce(f.completed, 0) as completed
      from (select custodian_organisation as organisation, custodian_team as team,
          count(*) as open
        from custody_board where not concluded and custodian_team is not null group by 1, 2) b
      left join (select organisation, team, sum(came) as came, sum(completed) as completed
        from team_flow where day > ?::date group by 1, 2) f
        on f.organisation = b.organisation and f.team = b.team
      """;

  private static final String LOOK =
      """
      insert into team_look (looked_at) values (?)
      on conflict (only_row) do update set looked_at = excluded.looked_at
      where team_look.looked_at < excluded.looked_at
      returning looked_at
      """;

  private static final String FORGET = "delete from team_flow where day < ?::date";

  private final Commands commands;
  private final CurrentRoster roster;
  private final Capacity capacity;
  private final Transactions transactions;
  private volatile Instant looked = Instant.EPOCH;

  public Teams(
      Commands commands, CurrentRoster roster, WatchingConfig config, Transactions transactions) {
    this.transactions = transactions;
    this.commands = commands;
    this.roster = roster;
    this.capacity = config.capacity();
  }

  private record Team(OrganisationCode organisation, TeamId team, Load load) {
    AlarmCause cause() {
      return new AlarmCause(FindingKind.OVER_CAPACITY, null, organisation, team, null);
    }
  }

  /** Whether an hour has begun for which this instance has not looked. */
  public boolean due(Instant known) {
    return known.isAfter(Instant.EPOCH) && hour(known).isAfter(looked);
  }

  /**
   * Within a transaction and its root unit of work, under the lock of the alarms.
   *
   * @param known up to when every partition is known for certain, exclusive
   */
  public void keep(Instant known, Connection tx) {
    Instant hour = hour(known);
    Sql sql = Sql.on(tx, "the load of the teams");
    if (sql.find(LOOK, row -> true, hour).isPresent()) look(hour, sql, tx);
    transactions.afterCommit(() -> looked = hour);
  }

  private void look(Instant at, Sql sql, Connection tx) {
    LocalDate from = at.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC).toLocalDate();
    sql.update(FORGET, from);
    List<Team> exceeded =
        sql.list(LOADS, row -> team(row, at), from).stream()
            .filter(team -> capacity.exceededBy(team.load()))
            .toList();
    Set<AlarmCause> causes = exceeded.stream().map(Team::cause).collect(Collectors.toSet());
    Map<AlarmCause, Row> open = new HashMap<>();
    for (Row alarm : AlarmTable.on(tx).openOf(FindingKind.OVER_CAPACITY))
      open.put(alarm.cause(), alarm);
    open.forEach(
        (cause, alarm) -> {
          if (!causes.contains(cause)) commands.sendAsSystem(new ResolveAlarm(alarm.id(), null));
        });
    for (Team team : exceeded)
      if (!open.containsKey(team.cause()))
        commands.sendAsSystem(new RaiseAlarm(team.cause(), team.load().open(), at));
  }

  private Team team(ResultSet row, Instant at) throws SQLException {
    OrganisationCode organisation = Columns.organisation(row, "organisation");
    TeamId team = Columns.team(row, "team");
    return new Team(
        organisation,
        team,
        new Load(
            row.getInt("open"),
            roster.active(organisation, team, at).size(),
            row.getInt("came"),
            row.getInt("completed")));
  }

  private static Instant hour(Instant known) {
    return known.truncatedTo(ChronoUnit.HOURS);
  }
}
