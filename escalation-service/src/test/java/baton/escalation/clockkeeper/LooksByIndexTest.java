package baton.escalation.clockkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Stepped;
import baton.escalation.ladder.Climbs;
import baton.escalation.ladder.Placing;
import baton.escalation.watching.AlarmLooks;
import baton.horizon.Horizon;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * With 100,000 referrals open, all their clocks running and an escalation of each, a look at which
 * nothing is due reads no table through: five looks a second cost the same at every stock.
 */
@QuarkusTest
@Stepped
class LooksByIndexTest {
  private static final List<Integer> PARTITIONS = IntStream.range(0, 12).boxed().toList();

  /** Before everything in the stock is due, and after everything that other tests left. */
  private static final Instant KNOWN = Instant.parse("1999-01-01T00:00:00Z");

  private static final String STOCK =
      """
      create temporary table stock on commit drop as
        select gen_random_uuid() as referral, n from generate_series(1, 100000) as s (n)
      """;

  private static final String BOARD =
      """
      insert into custody_board (referral, state, stage, custodian_organisation, custodian_team,
        custodian_person, custodian_since, urgent, triaged, disseminated, accepted, graded,
        allocated, acted, concluded, waiting_acceptance, without_person)
      select referral, '{}', 'WITH_OFFICER', '46', 'team-' || n % 200, 'p-' || n % 2000, now(),
        false, true, true, true, true, true, false, false, false, false from stock
      """;

  private static final String JUDGEMENT =
      """
      insert into judgement (referral, partition, next_due)
      select referral, n % 12, now() + interval '30 days' from stock
      """;

  private static final String ESCALATION =
      """
      insert into escalation (escalation, referral, kind, clock, started_by, organisation, person,
        confirmed, raised_at, told_organisation, told_at, limit_at, placed, partition,
        cause_organisation, cause_team)
      select gen_random_uuid(), referral, 'CLOCK_EXPIRED', 'GRADE', gen_random_uuid(), '46',
        'p-' || n % 2000, true, now(), '46', now(), now() + interval '4 hours', true, n % 12, '46',
        'team-' || n % 200 from stock
      """;

  private static final String WATCH =
      """
      insert into custodian_watch (organisation, person, due_at)
      select '46', 'p-' || n, now() + interval '7 days' from stock where n < 2000
      on conflict do nothing
      """;

  private static final String READ_THROUGH =
      """
      select relname, coalesce(seq_tup_read, 0) as rows from pg_stat_xact_user_tables
      where relname in ('custody_board', 'judgement', 'escalation', 'custodian_watch')
      """;

  @Inject Transactions transactions;
  @Inject LadderLook ladder;
  @Inject Placing placing;
  @Inject Climbs climbs;
  @Inject AlarmLooks alarms;

  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void a_look_at_which_nothing_is_due_reads_no_table_through() {
    try {
      transactions.inTransaction(
          () -> {
            looks(transactions.connection());
            throw new Undo();
          });
    } catch (Undo nothingIsLeft) {
      // as it should be
    }
  }

  private void looks(Connection tx) {
    Sql sql = Sql.on(tx, "the stock");
    for (String each : List.of(STOCK, BOARD, JUDGEMENT, ESCALATION, WATCH)) sql.update(each);
    for (String table : List.of("custody_board", "judgement", "escalation", "custodian_watch"))
      sql.update("analyze " + table);
    Map<String, Long> before = readThrough(sql);

    var horizons = new HashMap<Integer, Horizon>();
    for (int partition : PARTITIONS) horizons.put(partition, new Horizon(KNOWN, KNOWN));
    JudgementTable.on(tx).due(horizons);
    JudgementTable.on(tx).nextDue();
    ladder.open(PARTITIONS, tx);
    ladder.next(PARTITIONS, tx);
    alarms.due(KNOWN, KNOWN, tx);
    for (int partition : PARTITIONS) {
      placing.place(partition, 500, tx);
      climbs.take(partition, KNOWN, 500, tx);
    }

    assertThat(readThrough(sql)).isEqualTo(before);
  }

  private static Map<String, Long> readThrough(Sql sql) {
    var rows = new TreeMap<String, Long>();
    sql.list(READ_THROUGH, row -> rows.put(row.getString("relname"), row.getLong("rows")));
    return rows;
  }
}
