package baton.platform.commands;

import baton.platform.sql.Sql;
import baton.platform.topics.ForceTopics.Topic;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

/** Up to where commands topics were taken. */
public final class CommandPlaces {
  private final Sql sql;

  private CommandPlaces(Sql sql) {
    this.sql = sql;
  }

  public static CommandPlaces on(Connection connection) {
    return new CommandPlaces(Sql.on(connection, "the places of commands"));
  }

  /**
   * @param next the offset of the next command
   * @param unsureBefore whether commands before this offset were done is not known
   * @param recovery the last one of the store that the place knows of, 0 for none
   */
  public record Place(long next, long unsureBefore, long recovery) {
    public static final Place FIRST = new Place(0, 0, 0);

    public boolean isUnsure(long offset) {
      return offset < unsureBefore;
    }

    /**
     * As it is where the topic holds offsets from {@code begin} to {@code end}, exclusively. Behind
     * a recovery nobody knows what was done of what is there; behind the end of the topic, what was
     * written there since the end was lost.
     *
     * @param newest the last recovery of the store
     */
    public Place within(long begin, long end, long newest) {
      boolean lost = next > end;
      boolean recovered = recovery < newest;
      if (!lost && !recovered) return this;
      return new Place(lost ? begin : next, Math.max(lost ? 0 : unsureBefore, end), newest);
    }
  }

  /** The place of each partition; one that was never taken from is absent. */
  public Map<Integer, Place> of(Topic topic) {
    var places = new HashMap<Integer, Place>();
    sql.list(
        "select partition, next_offset, unsure_before, recovery from command_place"
            + " where topic_id = ?",
        row -> places.put(row.getInt(1), new Place(row.getLong(2), row.getLong(3), row.getLong(4))),
        topic.id());
    return places;
  }

  /** The number of the last recovery of the store, 0 for none. */
  public long recovery() {
    return sql.find("select max(id) from command_recovery", row -> row.getLong(1)).orElse(0L);
  }

  /**
   * Compare-and-set; until the transaction ends nobody else takes from the partition.
   *
   * @param from where it is expected to stand, 0 at first
   * @param to further on
   * @throws TakenByAnother if it does not: whatever was to be done is done already
   */
  public void move(Topic topic, int partition, long from, long to) {
    sql.find(
            """
            insert into command_place (topic_id, partition, next_offset) values (?, ?, ?)
            on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
              where command_place.next_offset = ?
                and command_place.next_offset < excluded.next_offset
            returning 1\
            """,
            row -> row.getInt(1),
            topic.id(),
            partition,
            to,
            from)
        .orElseThrow(() -> new TakenByAnother(topic, partition, from));
  }

  /**
   * Puts it where the topic or the store says that it is now, also back.
   *
   * @param from where it is expected to stand, 0 at first
   * @throws TakenByAnother if it does not
   */
  void put(Topic topic, int partition, long from, Place place) {
    sql.find(
            """
            insert into command_place (topic_id, partition, next_offset, unsure_before, recovery)
            values (?, ?, ?, ?, ?)
            on conflict (topic_id, partition) do update set
              next_offset = excluded.next_offset,
              unsure_before = excluded.unsure_before,
              recovery = excluded.recovery
              where command_place.next_offset = ?
            returning 1\
            """,
            row -> row.getInt(1),
            topic.id(),
            partition,
            place.next(),
            place.unsureBefore(),
            place.recovery(),
            from)
        .orElseThrow(() -> new TakenByAnother(topic, partition, from));
  }

  /** Another instance took the command. */
  public static final class TakenByAnother extends RuntimeException {
    TakenByAnother(Topic topic, int partition, long from) {
      super("partition " + partition + " of " + topic.name() + " is no longer at " + from);
    }
  }
}
