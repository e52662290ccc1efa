package baton.allocation.feed;

import baton.allocation.feed.ForceTopics.Topic;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

/** Up to where commands topics were taken. */
final class CommandPlaces {
  private final Sql sql;

  private CommandPlaces(Sql sql) {
    this.sql = sql;
  }

  static CommandPlaces on(Connection connection) {
    return new CommandPlaces(Sql.on(connection, "the places of commands"));
  }

  /** The next offset of each partition; one that was never taken from is absent. */
  Map<Integer, Long> of(Topic topic) {
    var places = new HashMap<Integer, Long>();
    sql.list(
        "select partition, next_offset from command_place where topic_id = ?",
        row -> places.put(row.getInt(1), row.getLong(2)),
        topic.id());
    return places;
  }

  /**
   * Compare-and-set; until the transaction ends nobody else takes from the partition.
   *
   * @param from where it is expected to stand, 0 at first
   * @throws TakenByAnother if it does not: whatever was to be done is done already
   */
  void move(Topic topic, int partition, long from, long to) {
    sql.find(
            """
            insert into command_place (topic_id, partition, next_offset) values (?, ?, ?)
            on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
              where command_place.next_offset = ?
            returning 1\
            """,
            row -> row.getInt(1),
            topic.id(),
            partition,
            to,
            from)
        .orElseThrow(() -> new TakenByAnother(topic, partition, from));
  }

  /** Another instance took the command. */
  static final class TakenByAnother extends RuntimeException {
    TakenByAnother(Topic topic, int partition, long from) {
      super("partition " + partition + " of " + topic.name() + " is no longer at " + from);
    }
  }
}
