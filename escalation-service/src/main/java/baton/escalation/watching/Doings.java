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
import java.util.UUID;

/**
 * Keeps, in the reader's transaction, what the watch over people and teams needs: who acted last
 * when, who has been given something, what came to a team and what it completed.
 */
public final class Doings {
  private static final String ACTED =
      """
      insert into custodian_watch (organisation, person, last_act_at, last_act_by)
      values (?, ?, ?, ?)
      on conflict (organisation, person) do update set last_act_at = excluded.last_act_at,
        last_act_by = excluded.last_act_by,
        due_at = case when custodian_watch.due_at is not null
          then excluded.last_act_at + make_interval(secs => ?) end
      where custodian_watch.last_act_at is null
        or custodian_watch.last_act_at < excluded.last_act_at
      """;

  /** Whoever is watched already stays so: the look finds out what he or she has had since when. */
  private static final String GIVEN =
      """
      insert into custodian_watch (organisation, person, due_at) values (?, ?, ?)
      on conflict (organisation, person) do update set due_at = excluded.due_at
      where custodian_watch.due_at is null and not exists (select from alarm a
        where a.resolved_at is null and a.kind = 'CUSTODIAN_INACTIVE'
          and a.organisation = excluded.organisation and a.person = excluded.person)
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
    acted(batch);
    given(changed.values());
    flowed(before, changed);
  }

  private void acted(Collection<? extends Recorded<? extends BatonEvent>> batch) {
    Map<Person, Act> last = new TreeMap<>(order());
    for (var event : batch)
      if (event.actor().kind() == Actor.Kind.person)
        last.merge(
            new Person(event.organisation(), new PersonId(event.actor().id())),
            new Act(event.recordedTime(), event.id()),
            (a, b) -> a.at().isAfter(b.at()) ? a : b);
    long seconds = AlarmRule.INACTIVE_AFTER.toSeconds();
    var rows = new ArrayList<Object[]>();
    last.forEach(
        (person, act) ->
            rows.add(
                new Object[] {
                  person.organisation(), person.person(), act.at(), act.by(), seconds
                }));
    sql.updateAll(ACTED, rows);
  }

  private void given(Collection<Custody> changed) {
    Map<Person, Instant> due = new TreeMap<>(order());
    for (Custody custody : changed) {
      Custodian custodian = custody.custodian();
      if (custodian == null || custodian.person() == null) continue;
      due.merge(
          new Person(custodian.organisation(), custodian.person()),
          custodian.since().plus(AlarmRule.INACTIVE_AFTER),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    var rows = new ArrayList<Object[]>();
    due.forEach(
        (person, at) -> rows.add(new Object[] {person.organisation(), person.person(), at}));
    sql.updateAll(GIVEN, rows);
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

  /** One order for every instance, so that two cannot wait for each other. */
  private static Comparator<Person> order() {
    return Comparator.comparing((Person p) -> p.organisation().value())
        .thenComparing(p -> p.person().value());
  }
}
