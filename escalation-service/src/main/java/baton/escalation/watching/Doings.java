package baton.escalation.watching;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Stage;
import baton.escalation.alarms.model.AlarmRule;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps, in the reader's transaction, what the watch over people and teams needs: who acted last
 * when, who has been given something, what came to a team and what it completed.
 */
public final class Doings {
  /**
   * Who acted has a week from then on. Whoever is watched already stays so: the look finds out what
   * he or she has had since when. One statement a person, so that nobody is come to twice.
   */
  private static final String SEEN =
      """
      insert into custodian_watch as w (organisation, person, last_act_at, last_act_by, due_at)
      values (?, ?, ?, ?, ?)
      on conflict (organisation, person) do update set
        last_act_at = greatest(w.last_act_at, excluded.last_act_at),
        last_act_by = case when excluded.last_act_at > w.last_act_at or w.last_act_at is null
          then coalesce(excluded.last_act_by, w.last_act_by) else w.last_act_by end,
        due_at = case
          when w.due_at is not null and (excluded.last_act_at > w.last_act_at
              or w.last_act_at is null and excluded.last_act_at is not null)
            then excluded.last_act_at + make_interval(secs => ?)
          when w.due_at is null and not exists (select from alarm a
              where a.resolved_at is null and a.kind = 'CUSTODIAN_INACTIVE'
                and a.organisation = w.organisation and a.person = w.person)
            then excluded.due_at
          else w.due_at end
      where excluded.last_act_at > w.last_act_at
        or w.last_act_at is null and excluded.last_act_at is not null
        or w.due_at is null and excluded.due_at is not null
      """;

  private static final String FLOW =
      """
      insert into team_flow (organisation, team, day, came, completed)
      values (?, ?, ?::date, ?, ?)
      on conflict (organisation, team, day) do update set
        came = team_flow.came + excluded.came, completed = team_flow.completed + excluded.completed
      """;

  private final Sql sql;

  private Doings(Sql sql) {
    this.sql = sql;
  }

  public static Doings on(Connection connection) {
    return new Doings(Sql.on(connection, "what people and teams do"));
  }

  /** Which team had a referral. */
  public record Had(OrganisationCode organisation, String team) {}

  private record Person(OrganisationCode organisation, PersonId person) {}

  private record Act(Instant at, EventId by) {}

  private static final Act NO_ACT = new Act(null, null);
  private static final Comparator<Person> BY_ORGANISATION =
      Comparator.comparing((Person p) -> p.organisation().value())
          .thenComparing(p -> p.person().value());

  private record Day(OrganisationCode organisation, String team, LocalDate day) {}

  /** Before a batch is folded: which teams have its referrals. Nobody's are absent. */
  public Map<ReferralId, Had> teamsOf(Collection<ReferralId> referrals) {
    var teams = new HashMap<ReferralId, Had>();
    if (referrals.isEmpty()) return teams;
    sql.list(
        """
        select referral, custodian_organisation, custodian_team from custody_board
        where referral = any (?::uuid[]) and custodian_team is not null
        """,
        row ->
            teams.put(
                new ReferralId(row.getObject("referral", UUID.class)),
                new Had(
                    Columns.organisation(row, "custodian_organisation"),
                    row.getString("custodian_team"))),
        referrals);
    return teams;
  }

  /**
   * @param before which teams had the referrals
   * @param changed the referrals that the batch changed, as they are now
   */
  public void keep(
      Collection<? extends Recorded<? extends BatonEvent>> batch,
      Map<ReferralId, Had> before,
      Map<ReferralId, Custody> changed) {
    seen(acted(batch), given(changed.values()));
    flowed(before, changed);
  }

  private void seen(Map<Person, Act> acted, Map<Person, Instant> given) {
    // One order for every instance, so that two cannot wait for each other.
    var people = new TreeSet<>(BY_ORGANISATION);
    people.addAll(acted.keySet());
    people.addAll(given.keySet());
    long seconds = AlarmRule.INACTIVE_AFTER.toSeconds();
    var rows = new ArrayList<Object[]>();
    for (Person each : people) {
      Act act = acted.getOrDefault(each, NO_ACT);
      rows.add(
          new Object[] {
            each.organisation(), each.person(), act.at(), act.by(), given.get(each), seconds
          });
    }
    sql.updateAll(SEEN, rows);
  }

  private static Map<Person, Act> acted(
      Collection<? extends Recorded<? extends BatonEvent>> batch) {
    var last = new HashMap<Person, Act>();
    for (var event : batch)
      if (event.actor().kind() == Actor.Kind.person)
        last.merge(
            new Person(event.organisation(), new PersonId(event.actor().id())),
            new Act(event.recordedTime(), event.id()),
            (a, b) -> a.at().isAfter(b.at()) ? a : b);
    return last;
  }

  private static Map<Person, Instant> given(Collection<Custody> changed) {
    var due = new HashMap<Person, Instant>();
    for (Custody custody : changed) {
      Custodian custodian = custody.custodian();
      if (custodian == null || custodian.person() == null) continue;
      due.merge(
          new Person(custodian.organisation(), custodian.person()),
          custodian.since().plus(AlarmRule.INACTIVE_AFTER),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    return due;
  }

  private void flowed(Map<ReferralId, Had> before, Map<ReferralId, Custody> changed) {
    Map<Day, int[]> flow =
        new TreeMap<>(
            Comparator.comparing((Day d) -> d.organisation().value())
                .thenComparing(Day::team)
                .thenComparing(Day::day));
    changed.forEach((referral, custody) -> flowed(before.get(referral), custody, flow));
    var rows = new ArrayList<Object[]>();
    flow.forEach(
        (day, counts) ->
            rows.add(
                new Object[] {day.organisation(), day.team(), day.day(), counts[0], counts[1]}));
    sql.updateAll(FLOW, rows);
  }

  private static void flowed(Had before, Custody now, Map<Day, int[]> flow) {
    LocalDate day = now.lastRecordedTime().atOffset(ZoneOffset.UTC).toLocalDate();
    Custodian custodian = now.custodian();
    Had after =
        custodian == null || custodian.team() == null
            ? null
            : new Had(custodian.organisation(), custodian.team().value());
    if (after != null && !after.equals(before)) count(after, day, flow)[0]++;
    if (before != null && now.stage() == Stage.CONCLUDED) count(before, day, flow)[1]++;
  }

  private static int[] count(Had team, LocalDate day, Map<Day, int[]> flow) {
    return flow.computeIfAbsent(new Day(team.organisation(), team.team(), day), _ -> new int[2]);
  }
}
