package baton.escalation.archive;

import baton.contract.ReferralId;
import baton.journal.store.Transactions;
import baton.platform.sql.Page;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/**
 * Reads the archive page by page, each in a statement of its own, so that no transaction waits for
 * whoever consumes it.
 */
@ApplicationScoped
public class ArchivePages {
  private static final int PAGE = 1_000;

  private static final String COLUMNS =
      "select topic_id, partition, log_offset, recorded_time, value from archived_event ";

  private final Transactions transactions;

  public ArchivePages(Transactions transactions) {
    this.transactions = transactions;
  }

  /** One archived event: where it stands and its bytes. */
  public record Archived(
      String topicId, int partition, long offset, Instant recordedTime, byte[] value) {}

  /** Takes events one by one, in order. */
  @FunctionalInterface
  public interface Sink<X extends Exception> {
    void accept(Archived event) throws X;
  }

  /** The story of one referral in log order. */
  public <X extends Exception> void ofReferral(ReferralId referral, Sink<X> sink) throws X {
    each(
        last ->
            query(
                "where referral = ? and (partition, log_offset) > (?, ?)",
                "partition, log_offset",
                referral,
                last == null ? -1 : last.partition(),
                last == null ? -1L : last.offset()),
        sink);
  }

  /**
   * All that was recorded in a span, by the time it was recorded; each referral's in log order.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public <X extends Exception> void recordedBetween(Instant from, Instant to, Sink<X> sink)
      throws X {
    each(
        last ->
            query(
                "where recorded_time >= ? and recorded_time < ? "
                    + "and (recorded_time, topic_id, partition, log_offset) > (?, ?, ?, ?)",
                "recorded_time, topic_id, partition, log_offset",
                from,
                to,
                last == null ? from : last.recordedTime(),
                last == null ? "" : last.topicId(),
                last == null ? -1 : last.partition(),
                last == null ? -1L : last.offset()),
        sink);
  }

  /**
   * A topic in log order, as far as it was recorded up to a moment.
   *
   * @param upTo inclusive
   */
  public <X extends Exception> void ofTopic(String topic, Instant upTo, Sink<X> sink) throws X {
    each(
        last ->
            query(
                "where topic = ? and recorded_time <= ? "
                    + "and (topic_id, partition, log_offset) > (?, ?, ?)",
                "topic_id, partition, log_offset",
                topic,
                upTo,
                last == null ? "" : last.topicId(),
                last == null ? -1 : last.partition(),
                last == null ? -1L : last.offset()),
        sink);
  }

  /**
   * The register behind an event, in log order. Asked again and again: it has an index of its own.
   *
   * @param after the last one known, or null for all
   */
  public <X extends Exception> void registerAfter(Archived after, Sink<X> sink) throws X {
    each(
        last -> {
          Archived known = last == null ? after : last;
          return query(
              "where topic = 'baton.register' and (topic_id, partition, log_offset) > (?, ?, ?)",
              "topic_id, partition, log_offset",
              known == null ? "" : known.topicId(),
              known == null ? -1 : known.partition(),
              known == null ? -1L : known.offset());
        },
        sink);
  }

  private static <X extends Exception> void each(
      Function<Archived, Page<Archived>> nextPage, Sink<X> sink) throws X {
    Archived last = null;
    Page<Archived> page;
    do {
      page = nextPage.apply(last);
      for (Archived event : page.rows()) sink.accept(event);
      if (!page.rows().isEmpty()) last = page.rows().getLast();
    } while (page.more());
  }

  Page<Archived> query(String which, String order, Object... values) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the archive")
                .page(
                    COLUMNS + which,
                    order,
                    PAGE,
                    row ->
                        new Archived(
                            row.getString("topic_id"),
                            row.getInt("partition"),
                            row.getLong("log_offset"),
                            Sql.instant(row, "recorded_time"),
                            row.getBytes("value")),
                    values));
  }
}
