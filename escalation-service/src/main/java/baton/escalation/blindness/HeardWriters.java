package baton.escalation.blindness;

import baton.journal.relay.Heartbeats.Heard;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The table {@code heard_writer}: what any instance has heard, so that one which is deaf calls
 * nobody silent. Ages go over, not times: the instances' clocks may differ.
 */
final class HeardWriters {
  private static final String KEEP =
      """
      insert into heard_writer (writer, heard_at, watermark)
      values (?, clock_timestamp() - make_interval(secs => ?), ?)
      on conflict (writer) do update set
        heard_at = excluded.heard_at, watermark = excluded.watermark
      where heard_writer.heard_at < excluded.heard_at
      """;

  private static final String READ =
      """
      select writer, watermark, extract(epoch from clock_timestamp() - heard_at) as age
      from heard_writer
      """;

  private HeardWriters() {}

  /**
   * One writer, as any instance knows it.
   *
   * @param at when it was last heard, by this machine's clock
   */
  record Known(Instant at, Instant watermark) {}

  /** Adds what this instance has heard. Lost in a crash it is heard again: no need to wait. */
  static void keep(Map<String, Heard> heard, Instant now, Connection connection) {
    on(connection).list("select set_config('synchronous_commit', 'off', true)", row -> null);
    heard.forEach(
        (writer, last) ->
            on(connection).update(KEEP, writer, seconds(last.at(), now), last.watermark()));
  }

  /** By writer; those that nobody ever heard are absent. */
  static Map<String, Known> read(Instant now, Connection connection) {
    var known = new HashMap<String, Known>();
    on(connection)
        .list(
            READ,
            row ->
                known.put(
                    row.getString("writer"),
                    new Known(
                        now.minusMillis((long) (row.getDouble("age") * 1_000)),
                        Sql.instant(row, "watermark"))));
    return known;
  }

  private static double seconds(Instant at, Instant now) {
    return Math.max(0, Duration.between(at, now).toMillis()) / 1_000.0;
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "what was heard of the writers");
  }
}
