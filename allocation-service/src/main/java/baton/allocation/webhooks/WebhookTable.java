package baton.allocation.webhooks;

import baton.allocation.feed.FeedCursors;
import baton.allocation.feed.FeedTaken;
import baton.allocation.feed.FeedTaken.Stretch;
import baton.contract.OrganisationCode;
import baton.contract.allocation.WebhookDisabled.Because;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code webhook} and the cursors that belong to it, on one transaction. */
final class WebhookTable {
  private static final String CURSOR =
      "feed_cursor c on c.consumer = 'webhook:' || w.id and c.force = w.force";

  private static final String SELECT =
      "select w.*, coalesce(c.position, 0) as position from webhook w left join " + CURSOR;

  /** Several instances share the work: what one holds the others step over. */
  private static final String TAKE =
      """
      update webhook w set lease = ?::uuid, leased_until = ?
        from (select w.id, coalesce(c.position, 0) as position
                from webhook w join feed f on f.force = w.force left join %s
               where w.disabled_at is null and w.next_at <= ? and (w.attempts > 0) = ?
                 and (w.leased_until is null or w.leased_until <= ?)
                 and f.last > coalesce(c.position, 0)
               order by w.next_at, w.id limit ? for update of w skip locked) due
       where w.id = due.id returning w.*, due.position\
      """
          .formatted(CURSOR);

  private final Sql sql;
  private final FeedCursors cursors;
  private final FeedTaken taken;

  private WebhookTable(Sql sql, FeedCursors cursors, FeedTaken taken) {
    this.sql = sql;
    this.cursors = cursors;
    this.taken = taken;
  }

  static WebhookTable on(Connection connection) {
    return new WebhookTable(
        Sql.on(connection, "the webhooks"), FeedCursors.on(connection), FeedTaken.on(connection));
  }

  List<WebhookRow> of(OrganisationCode force) {
    return sql.list(SELECT + " where w.force = ? order by w.id", WebhookRow::of, force);
  }

  Optional<WebhookRow> find(UUID id) {
    return sql.find(SELECT + " where w.id = ?::uuid", WebhookRow::of, id);
  }

  /** Locked until the transaction ends: nobody settles what was sent meanwhile. */
  Optional<WebhookRow> lock(UUID id) {
    return sql.find(SELECT + " where w.id = ?::uuid for update of w", WebhookRow::of, id);
  }

  /** Those of one force are added one after the other, so that each is counted. */
  long count(OrganisationCode force) {
    sql.list(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> null, "webhooks-" + force);
    return sql.find("select count(*) from webhook where force = ?", row -> row.getLong(1), force)
        .orElseThrow();
  }

  void add(WebhookRow row) {
    sql.update(
        """
        insert into webhook (id, force, registrant, url, scheme, kinds, made_at, next_at)
        values (?::uuid, ?, ?, ?, ?, ?, ?, ?)\
        """,
        row.id(),
        row.force(),
        row.registrant(),
        row.url(),
        row.scheme().name(),
        row.kinds().isEmpty() ? null : row.kinds(),
        row.madeAt(),
        row.nextAt());
    cursors.reset(WebhookRow.consumer(row.id()), row.force(), row.position(), row.madeAt());
  }

  void remove(UUID id) {
    sql.update("delete from webhook where id = ?::uuid", id);
    cursors.forget(WebhookRow.consumer(id));
  }

  /**
   * Those that something waits for, for this one to send to.
   *
   * @param struggling those whose last attempt failed, or the others
   */
  List<WebhookRow> take(
      boolean struggling, int limit, UUID lease, Instant leasedUntil, Instant now) {
    return sql.list(TAKE, WebhookRow::of, lease, leasedUntil, now, struggling, now, limit);
  }

  /**
   * It has what stands at this place, and wants none of what stands between.
   *
   * @param after the place where it was before
   * @return false where the lease was taken away: then nothing is kept
   */
  boolean reached(
      WebhookRow row, long after, long position, UUID lease, Instant leasedUntil, Instant now) {
    boolean mine =
        settled(
            """
            update webhook set attempts = 0, failing_since = null, failure = null, delivered_at = ?,
              next_at = ?, leased_until = ? where id = ?::uuid and lease = ?::uuid returning id\
            """,
            now,
            now,
            leasedUntil,
            row.id(),
            lease);
    if (!mine) return false;
    cursors.move(WebhookRow.consumer(row.id()), row.force(), position, now);
    if (row.takesDisseminations()) taken.add(row.force(), new Stretch(after, position));
    return true;
  }

  /** As {@link #reached} where nothing was sent. */
  boolean skipped(WebhookRow row, long position, UUID lease, Instant now) {
    boolean mine =
        settled(
            "update webhook set next_at = ? where id = ?::uuid and lease = ?::uuid returning id",
            now,
            row.id(),
            lease);
    if (mine) cursors.move(WebhookRow.consumer(row.id()), row.force(), position, now);
    return mine;
  }

  /** An attempt failed; it is tried again. */
  boolean failed(WebhookRow row, String why, Instant next, UUID lease, Instant now) {
    return settled(
        """
        update webhook set attempts = attempts + 1, failing_since = coalesce(failing_since, ?),
          failure = ?, next_at = ?, lease = null, leased_until = null
         where id = ?::uuid and lease = ?::uuid returning id\
        """,
        now,
        why,
        next,
        row.id(),
        lease);
  }

  /** It failed for the last time. */
  boolean disabled(WebhookRow row, Because because, String why, UUID lease, Instant now) {
    return settled(
        """
        update webhook set attempts = attempts + 1, failing_since = coalesce(failing_since, ?),
          failure = ?, disabled_at = ?, disabled_because = ?, lease = null, leased_until = null
         where id = ?::uuid and lease = ?::uuid returning id\
        """,
        now,
        why,
        now,
        because.name(),
        row.id(),
        lease);
  }

  /**
   * Whether who has the lease has it for so long still that no answer can come when it is over.
   *
   * @param until when the answer must have come
   */
  boolean holds(UUID id, UUID lease, Instant until) {
    return sql.find(
            "select 1 from webhook where id = ?::uuid and lease = ?::uuid and leased_until >= ?",
            _ -> true,
            id,
            lease,
            until)
        .orElse(false);
  }

  /** Somebody else may send to it. */
  void release(UUID id, UUID lease) {
    sql.update(
        "update webhook set lease = null, leased_until = null"
            + " where id = ?::uuid and lease = ?::uuid",
        id,
        lease);
  }

  /** It is sent to again, at once and as if nothing had failed. */
  void begin(UUID id, Instant now) {
    sql.update(
        """
        update webhook set attempts = 0, failing_since = null, failure = null, next_at = ?,
          disabled_at = null, disabled_because = null, lease = null, leased_until = null
         where id = ?::uuid\
        """,
        now,
        id);
  }

  /** What follows this place is sent again. What is under way to it counts no more. */
  void replay(WebhookRow row, long after, Instant now) {
    sql.update(
        "update webhook set next_at = ?, lease = null, leased_until = null where id = ?::uuid",
        now,
        row.id());
    cursors.reset(WebhookRow.consumer(row.id()), row.force(), after, now);
  }

  private boolean settled(String update, Object... values) {
    return sql.find(update, _ -> true, values).orElse(false);
  }
}
