package baton.journal.store;

import baton.journal.envelope.Envelope;

/**
 * How much of a run of events is in memory at once: pages are cut by bytes as well as by the number
 * of events, since a run of the longest ones must not exhaust a small heap.
 */
public final class PageBytes {
  /** A page is full here: it holds one event more at most, whatever its length. */
  public static final int MAX = 4 * 1024 * 1024;

  /** So many events are never longer together: for cursors that fetch a number of rows. */
  public static final int EVENTS = MAX / Envelope.MAX_BYTES;

  private long held;

  /** One event more; true once the page is full. */
  public boolean add(int bytes) {
    held += bytes;
    return held >= MAX;
  }

  /** Begins the next page. */
  public void clear() {
    held = 0;
  }

  /**
   * A statement for the first rows that fit into a page, and for one at least; the length of a
   * value is known without reading it. Its column {@code found} says how many rows there were
   * before it was cut.
   *
   * @param select rows with a column {@code value}, the event's bytes or text; no more rows than
   *     may be looked at
   * @param order of the rows, by columns that it selects
   */
  public static String cut(String select, String order) {
    return """
        select * from (
          select wanted.*, count(*) over () as found,
                 sum(octet_length(value)) over (order by %2$s) - octet_length(value) as bytes_before
            from (%1$s) as wanted) as counted
         where bytes_before < %3$d order by %2$s"""
        .formatted(select, order, MAX);
  }
}
