package baton.escalation.watching;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.FindingKind;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.alarms.model.AlarmRule;
import baton.escalation.ladder.CurrentRoster;
import baton.escalation.platform.Columns;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Custodians who do nothing: no event with that person as its actor for a week while he or she has
 * something open and no absence is recorded (CUSTODIAN_INACTIVE). Judged only as far as every
 * writer is known to have spoken: what a silent one recorded may be the act.
 */
@ApplicationScoped
public class People {
  private static final String DUE =
      """
      select organisation, person, last_act_at from custodian_watch
      where due_at < ? order by due_at limit ?
      """;

  private static final String SET_DUE =
      "update custodian_watch set due_at = ? where organisation = ? and person = ?";

  private static final String HOLDS =
      """
      select count(*) as open, min(custodian_since) as since from custody_board
      where not concluded and custodian_organisation = ? and custodian_person = ?
      """;

  /** Who acted since, or has nothing any more. */
  private static final String OVER =
      """
      select exists (select from alarm a
        where a.kind = 'CUSTODIAN_INACTIVE' and a.resolved_at is null
          and (exists (select from custodian_watch w
                where w.organisation = a.organisation and w.person = a.person
                  and w.last_act_at > a.since + make_interval(secs => ?))
            or not exists (select from custody_board b where not b.concluded
                and b.custodian_organisation = a.organisation
                and b.custodian_person = a.person)))
      """;

  private static final String LAST_ACT =
      """
      select last_act_at, last_act_by from custodian_watch
      where organisation = ? and person = ? and last_act_at > ?
      """;

  /** Who waits for somebody inactive waits no longer: the rung above is told at once. */
  private static final String NOBODY_TO_WAIT_FOR =
      """
      update escalation set limit_at = told_at
      where placed and confirmed and resolved_at is null and cause_organisation = ?
        and person = ? and rung = 'CUSTODIAN' and limit_at > told_at
      """;

  private final Commands commands;
  private final CurrentRoster roster;
  private final Transactions transactions;
  private volatile Absences looked;

  public People(Commands commands, CurrentRoster roster, Transactions transactions) {
    this.commands = commands;
    this.roster = roster;
    this.transactions = transactions;
  }

  /**
   * When who is away may have changed: with the register, and by the hour, for absences have dates.
   */
  private record Absences(long version, Instant hour) {
    static Absences of(CurrentRoster roster, Instant now) {
      return new Absences(roster.version(), now.truncatedTo(ChronoUnit.HOURS));
    }
  }

  private record Watched(OrganisationCode organisation, PersonId person, Instant lastAct) {}

  private record Holds(int open, Instant since) {}

  /** Whether {@link #keep} would find something to do. */
  public boolean due(Instant known, Instant now, Connection connection) {
    Sql sql = sql(connection);
    return !due(known, 1, sql).isEmpty()
        || !Absences.of(roster, now).equals(looked)
        || sql.find(OVER, row -> row.getBoolean(1), AlarmRule.INACTIVE_AFTER.toSeconds())
            .orElse(false);
  }

  /**
   * When the next one may have been still for too long.
   *
   * @param from inclusive
   */
  public static Optional<Instant> next(Instant from, Connection connection) {
    return Optional.ofNullable(
        sql(connection)
            .list(
                "select min(due_at) as due from custodian_watch where due_at >= ?",
                row -> Sql.instant(row, "due"),
                from)
            .getFirst());
  }

  /**
   * Within a transaction and its root unit of work, under the lock of the alarms.
   *
   * @param known up to when every partition is known for certain, exclusive
   * @return how many were looked at
   */
  public int keep(Instant known, Instant now, int limit, Connection tx) {
    Sql sql = sql(tx);
    var looking = Absences.of(roster, now);
    transactions.afterCommit(() -> looked = looking);
    for (Row alarm : AlarmTable.on(tx).openOf(FindingKind.CUSTODIAN_INACTIVE))
      end(alarm, now, sql).ifPresent(end -> ended(alarm, end, sql));
    List<Watched> due = due(known, limit, sql);
    for (Watched each : due) look(each, known, now, sql, tx);
    return due.size();
  }

  private void look(Watched each, Instant known, Instant now, Sql sql, Connection tx) {
    Holds holds = holds(each.organisation(), each.person(), sql);
    if (holds.open() == 0) {
      due(each, null, sql);
      return;
    }
    Instant since = later(each.lastAct(), holds.since());
    Instant due = since.plus(AlarmRule.INACTIVE_AFTER);
    if (!due.isBefore(known)) due(each, due, sql);
    // An absence is looked at again: it ends, and who comes back has a week.
    else if (roster.away(each.organisation(), each.person(), now))
      due(each, now.plus(AlarmRule.INACTIVE_AFTER), sql);
    else raise(each, holds, since, now, sql, tx);
  }

  private void raise(
      Watched each, Holds holds, Instant since, Instant now, Sql sql, Connection tx) {
    var cause =
        new AlarmCause(
            FindingKind.CUSTODIAN_INACTIVE,
            null,
            each.organisation(),
            roster.teamOf(each.organisation(), each.person(), now),
            each.person());
    due(each, null, sql);
    if (AlarmTable.on(tx).openOf(cause).isPresent()) return;
    commands.sendAsSystem(new RaiseAlarm(cause, holds.open(), since));
    sql.update(NOBODY_TO_WAIT_FOR, each.organisation(), each.person());
  }

  /**
   * What ends an alarm.
   *
   * @param by the act, or null where an absence or empty hands did
   * @param watchAgain from when on, or null where there is nothing to watch
   */
  private record End(EventId by, Instant watchAgain) {}

  private Optional<End> end(Row alarm, Instant now, Sql sql) {
    OrganisationCode organisation = alarm.cause().organisation();
    PersonId person = alarm.cause().person();
    Optional<End> acted =
        sql.find(
            LAST_ACT,
            row ->
                new End(
                    new EventId(row.getObject("last_act_by", UUID.class)),
                    Sql.instant(row, "last_act_at").plus(AlarmRule.INACTIVE_AFTER)),
            organisation,
            person,
            alarm.since().plus(AlarmRule.INACTIVE_AFTER));
    if (acted.isPresent()) return acted;
    if (holds(organisation, person, sql).open() == 0) return Optional.of(new End(null, null));
    return roster.away(organisation, person, now)
        ? Optional.of(new End(null, now.plus(AlarmRule.INACTIVE_AFTER)))
        : Optional.empty();
  }

  private void ended(Row alarm, End end, Sql sql) {
    commands.sendAsSystem(new ResolveAlarm(alarm.id(), end.by()));
    sql.update(SET_DUE, end.watchAgain(), alarm.cause().organisation(), alarm.cause().person());
  }

  private static Holds holds(OrganisationCode organisation, PersonId person, Sql sql) {
    return sql.find(
            HOLDS,
            row -> new Holds(row.getInt("open"), Sql.instant(row, "since")),
            organisation,
            person)
        .orElseThrow();
  }

  private static List<Watched> due(Instant known, int limit, Sql sql) {
    return sql.list(
        DUE,
        row ->
            new Watched(
                Columns.organisation(row, "organisation"),
                Columns.person(row, "person"),
                Sql.instant(row, "last_act_at")),
        known,
        limit);
  }

  private static void due(Watched each, Instant at, Sql sql) {
    sql.update(SET_DUE, at, each.organisation(), each.person());
  }

  private static Instant later(Instant a, Instant b) {
    return a != null && a.isAfter(b) ? a : b;
  }

  private static Sql sql(Connection connection) {
    return Sql.on(connection, "the watch over custodians");
  }
}
