package baton.escalation.replay;

import baton.contract.ReferralId;
import baton.journal.store.Transactions;
import baton.platform.sql.Page;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The archive story by story: each referral's events in log order, the referrals in the order of
 * their ids, page by page along one index, so that no transaction waits for whoever consumes it.
 */
@ApplicationScoped
public class ArchivedStories {
  private static final int PAGE = 1_000;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Of a referral's id. Bytes that only look like an event may name another kind. */
  private static final int VERSION = 7;

  private static final String NEXT =
      """
      select referral, partition, log_offset, value from archived_event
      where referral is not null and (referral, partition, log_offset) > (?::uuid, ?, ?)""";

  private static final String ORDER = "referral, partition, log_offset";

  private final Transactions transactions;

  public ArchivedStories(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes one referral's events, as archived, and says whether it wants another referral's. */
  @FunctionalInterface
  public interface Taker {
    boolean take(ReferralId referral, List<byte[]> story);
  }

  private record Row(UUID referral, int partition, long offset, byte[] value) {}

  /**
   * @param after exclusive; null for the first
   */
  public void after(ReferralId after, Taker taker) {
    UUID known = after == null ? BEFORE_ALL : after.value();
    var last = new Row(known, Integer.MAX_VALUE, Long.MAX_VALUE, null);
    UUID told = null;
    var story = new ArrayList<byte[]>();
    Page<Row> page;
    do {
      page = page(last);
      for (Row row : page.rows()) {
        if (!row.referral().equals(told)) {
          if (!taken(told, story, taker)) return;
          told = row.referral();
          story.clear();
        }
        story.add(row.value());
        last = row;
      }
    } while (page.more());
    taken(told, story, taker);
  }

  private static boolean taken(UUID told, List<byte[]> story, Taker taker) {
    return told == null
        || told.version() != VERSION
        || taker.take(new ReferralId(told), List.copyOf(story));
  }

  private Page<Row> page(Row last) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the archive")
                .page(
                    NEXT,
                    ORDER,
                    PAGE,
                    row ->
                        new Row(
                            row.getObject("referral", UUID.class),
                            row.getInt("partition"),
                            row.getLong("log_offset"),
                            row.getBytes("value")),
                    last.referral(),
                    last.partition(),
                    last.offset()));
  }
}
