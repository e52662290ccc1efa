package baton.escalation.policy;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.platform.policy.PolicyReading.Adoption;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which referrals were folded without an adoption that came late, and how far that is mended. */
final class RefoldTable {
  private static final String ORDER =
      """
      insert into refold (adoption, since)
      select ?, ? where exists (
        select from archived_event where recorded_time >= ? and referral is not null)
      on conflict do nothing\
      """;

  private static final String ORDER_ALL =
      """
      insert into refold (adoption, since, done_at)
      select ?, timestamptz 'epoch', case when exists (select from custody_board) then null else now() end
      on conflict do nothing\
      """;

  private static final String NEXT =
      """
      select adoption, since, reached from refold r where done_at is null
        and not exists (select from refold_after a
          where a.adoption = r.adoption and not exists (select from log_checkpoint c
            where c.topic = a.topic and c.partition = a.partition
              and c.next_offset >= a.next_offset))
      order by ordered_at, adoption limit 1 for update skip locked\
      """;

  private static final String FOLDED =
      """
      select referral from custody_board where ?::uuid is null or referral > ?::uuid
      order by referral limit ?\
      """;

  private static final String CONCERNED =
      """
      select referral, max(partition) as partition from archived_event
      where referral = any (?) group by referral having max(recorded_time) >= ?\
      """;

  /** What this service has read and not applied; of two claims to one place the fold saw both. */
  private static final String NOT_APPLIED =
      """
      select topic_id, partition, log_offset from parked_event
      where referral = any (?) and (kind <> 'PARKED' or reason <> 'DIVERGED')\
      """;

  private final Sql sql;

  private RefoldTable(Sql sql) {
    this.sql = sql;
  }

  static RefoldTable on(Connection connection) {
    return new RefoldTable(Sql.on(connection, "what is to be folded anew"));
  }

  /**
   * @param reached the last referral that was looked at, or null
   */
  record Refold(UUID adoption, Instant since, UUID reached) {}

  /** Where an event stands on the log. */
  record Place(String topicId, int partition, long offset) {}

  /** Does nothing where nothing was recorded since: an adoption in time. */
  void order(Adoption adoption) {
    sql.update(ORDER, adoption.event(), adoption.since(), adoption.since());
  }

  /** Once for each edition of the fold; with an empty archive there is nothing to do. */
  void orderAll(UUID edition) {
    sql.update(ORDER_ALL, new EventId(edition));
  }

  boolean pending() {
    return sql.find("select 1 from refold where done_at is null limit 1", row -> true).isPresent();
  }

  /** The oldest that no other instance is at, and for which enough of the log has been read. */
  Optional<Refold> next() {
    return sql.find(
        NEXT,
        row ->
            new Refold(
                row.getObject("adoption", UUID.class),
                Sql.instant(row, "since"),
                row.getObject("reached", UUID.class)));
  }

  List<ReferralId> foldedAfter(UUID reached, int limit) {
    return sql.list(
        FOLDED, row -> new ReferralId(row.getObject(1, UUID.class)), reached, reached, limit);
  }

  /** Those of which something was recorded since, with the partition that has them. */
  Map<ReferralId, Integer> concerned(List<ReferralId> referrals, Instant since) {
    var found = new HashMap<ReferralId, Integer>();
    sql.list(
        CONCERNED,
        row ->
            found.put(
                new ReferralId(row.getObject("referral", UUID.class)), row.getInt("partition")),
        referrals,
        since);
    return found;
  }

  Set<Place> notApplied(Set<ReferralId> referrals) {
    return new HashSet<>(
        sql.list(
            NOT_APPLIED,
            row -> new Place(row.getString(1), row.getInt(2), row.getLong(3)),
            referrals));
  }

  void reached(Refold refold, ReferralId last) {
    sql.update(
        "update refold set reached = ? where adoption = ?", last, new EventId(refold.adoption()));
  }

  void done(Refold refold) {
    sql.update(
        "update refold set done_at = now() where adoption = ?", new EventId(refold.adoption()));
  }
}
