package baton.escalation.clockkeeper;

import baton.contract.ReferralId;
import baton.escalation.clockkeeper.model.Judgement;
import baton.horizon.Horizon;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code judgement}: what is still to be judged, and when. */
final class JudgementTable {
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('judgement ' || partition, 0))
      from unnest(?::text[]) as wanted (partition)
      """;

  private static final String KEEP =
      """
      insert into judgement (referral, partition, next_due, next_certain) values (?, ?, ?, ?)
      on conflict (referral) do update
        set next_due = excluded.next_due, next_certain = excluded.next_certain
      """;

  /**
   * The first of each partition, and whether it is due: in the order of the index, so that no
   * statistics make it read what is not due.
   */
  private static final String DUE_IN =
      """
      select partition
      from unnest(?::int[], ?::timestamptz[], ?::timestamptz[])
        as known (partition, certain, presumed)
      where (select j.next_due from judgement j
          where j.partition = known.partition and j.next_due is not null
          order by j.next_due limit 1) < known.presumed
        or (select j.next_certain from judgement j
          where j.partition = known.partition and j.next_certain is not null
          order by j.next_certain limit 1) < known.certain
      """;

  private static final String DUE =
      """
      (select referral from judgement where partition = ? and next_due < ?
        order by next_due limit ?)
      union
      (select referral from judgement where partition = ? and next_certain < ?
        order by next_certain limit ?)
      """;

  private static final String NEXT_DUE =
      """
      select min(first.next_due) as next_due
      from generate_series(0,
          (select max(partition) from judgement where next_due is not null)) as known (partition)
        cross join lateral (select j.next_due from judgement j
          where j.partition = known.partition and j.next_due is not null
          order by j.next_due limit 1) as first
      """;

  private final Sql sql;

  private JudgementTable(Sql sql) {
    this.sql = sql;
  }

  static JudgementTable on(Connection connection) {
    return new JudgementTable(Sql.on(connection, "what is still to be judged"));
  }

  /**
   * One at a time judges a partition: the reader, who has just changed a referral, or the
   * clockkeeper. Held until the transaction ends; takes no transaction id.
   */
  void lock(Collection<Integer> partitions) {
    // One order for everybody, so that two cannot wait for each other.
    sql.list(LOCK, row -> null, partitions.stream().distinct().sorted().toList());
  }

  void keep(Map<ReferralId, Judgement> judgements, Map<ReferralId, Integer> partitions) {
    var rows = new ArrayList<Object[]>();
    judgements.forEach(
        (referral, judgement) ->
            rows.add(
                new Object[] {
                  referral, partitions.get(referral), judgement.nextDue(), judgement.nextCertain()
                }));
    sql.updateAll(KEEP, rows);
  }

  /** The partitions in which something can be judged now. */
  List<Integer> due(Map<Integer, Horizon> horizons) {
    List<Horizon> known = List.copyOf(horizons.values());
    return sql.list(
        DUE_IN,
        row -> row.getInt(1),
        List.copyOf(horizons.keySet()),
        known.stream().map(horizon -> stored(horizon.certain())).toList(),
        known.stream().map(horizon -> stored(horizon.presumed())).toList());
  }

  /** What can be judged now in a partition, the oldest first. */
  List<ReferralId> due(int partition, Horizon horizon, int limit) {
    return sql.list(
        DUE,
        row -> new ReferralId(row.getObject(1, UUID.class)),
        partition,
        stored(horizon.presumed()),
        limit,
        partition,
        stored(horizon.certain()),
        limit);
  }

  /** The earliest deadline still to be judged, past ones included. */
  Optional<Instant> nextDue() {
    return Optional.ofNullable(sql.list(NEXT_DUE, row -> Sql.instant(row, "next_due")).getFirst());
  }

  /** PostgreSQL has no time as early as {@link Instant#MIN}. */
  private static Instant stored(Instant instant) {
    return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
  }
}
