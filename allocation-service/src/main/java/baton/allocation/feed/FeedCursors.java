package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each consumer of a feed is. Each has its own: one that stands still holds up no other.
 */
public final class FeedCursors {
  /** A force's system, as far as its receipts say. */
  static final String RECEIPT = "receipt";

  private final Sql sql;

  private FeedCursors(Sql sql) {
    this.sql = sql;
  }

  public static FeedCursors on(Connection connection) {
    return new FeedCursors(Sql.on(connection, "the cursors of feeds"));
  }

  /** The place of the last entry that it has, 0 at first. */
  public long position(String consumer, OrganisationCode force) {
    return sql.find(
            "select position from feed_cursor where consumer = ? and force = ?",
            row -> row.getLong(1),
            consumer,
            force)
        .orElse(0L);
  }

  /** Whether it ever began. */
  public boolean has(String consumer, OrganisationCode force) {
    return sql.find(
            "select 1 from feed_cursor where consumer = ? and force = ?",
            _ -> true,
            consumer,
            force)
        .orElse(false);
  }

  /** Of consumers that have one force each; those that have nothing yet are absent. */
  Map<OrganisationCode, Long> positions(Collection<String> consumers) {
    var positions = new HashMap<OrganisationCode, Long>();
    sql.list(
        "select force, position from feed_cursor where consumer = any (?)",
        row -> positions.put(new OrganisationCode(row.getString(1)), row.getLong(2)),
        consumers);
    return positions;
  }

  /** Forwards only. */
  public void move(String consumer, OrganisationCode force, long position, Instant at) {
    sql.update(
        """
        insert into feed_cursor (consumer, force, position, moved_at) values (?, ?, ?, ?)
        on conflict (consumer, force) do update
          set position = excluded.position, moved_at = excluded.moved_at
          where feed_cursor.position < excluded.position\
        """,
        consumer,
        force,
        position,
        at);
  }

  /** To any place, backwards too: what follows it is told again. */
  public void reset(String consumer, OrganisationCode force, long position, Instant at) {
    sql.update(
        """
        insert into feed_cursor (consumer, force, position, moved_at) values (?, ?, ?, ?)
        on conflict (consumer, force) do update
          set position = excluded.position, moved_at = excluded.moved_at\
        """,
        consumer,
        force,
        position,
        at);
  }

  /** The consumer is gone for good. */
  public void forget(String consumer) {
    sql.update("delete from feed_cursor where consumer = ?", consumer);
  }
}
