package baton.journal.relay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place in the order in which a store is published: by transaction id, then by row. Text form
 * {@code 742/1934}.
 *
 * @param transaction PostgreSQL's 64-bit transaction id
 * @param index {@code global_index} of the row
 */
public record Position(long transaction, long index) implements Comparable<Position> {
  /** Before every event. */
  public static final Position START = new Position(0, 0);

  @JsonCreator
  public static Position of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("a position is transaction/index: " + text);
    return new Position(
        Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  /** Up to this one everything is published when only the event at this position is not. */
  Position before() {
    return new Position(transaction, index - 1);
  }

  boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Position other) {
    int byTransaction = Long.compare(transaction, other.transaction);
    return byTransaction != 0 ? byTransaction : Long.compare(index, other.index);
  }

  @Override
  @JsonValue
  public String toString() {
    return transaction + "/" + index;
  }
}
