package baton.replay.model;

/**
 * Finds words of at most sixteen bytes by these bytes themselves, which stand in the table: one
 * look into memory, where a table of numbers takes three. No word holds a zero, so what is filled
 * up with zeros is never another one. Belongs to one thread.
 */
final class ShortWords {
  static final int LENGTH_MAX = 16;
  static final int NONE = -1;

  /** Of each word its head, its tail, and its number + 1. */
  private static final int CELL = 3;

  private static final int FIRST_CELLS = 1 << 10;

  private long[] cells = new long[FIRST_CELLS * CELL];
  private int mask = FIRST_CELLS - 1;
  private int size;

  long bytes() {
    return 8L * cells.length;
  }

  /**
   * @param head the first eight bytes, the first one lowest, with zeros behind fewer
   * @param tail those behind them, likewise
   * @return its number, or {@link #NONE}
   */
  int find(long head, long tail) {
    long[] all = cells;
    int cell = cell(head, tail);
    while (true) {
      int at = cell * CELL;
      int last = (int) all[at + 2];
      if (last == 0) return NONE;
      if (all[at] == head && all[at + 1] == tail) return last - 1;
      cell = cell + 1 & mask;
    }
  }

  /** A word that is not there. */
  void add(long head, long tail, int number) {
    if (++size * 2 > mask) grow();
    put(head, tail, number + 1);
  }

  private void put(long head, long tail, long last) {
    int cell = cell(head, tail);
    while (cells[cell * CELL + 2] != 0) cell = cell + 1 & mask;
    cells[cell * CELL] = head;
    cells[cell * CELL + 1] = tail;
    cells[cell * CELL + 2] = last;
  }

  private void grow() {
    long[] old = cells;
    mask = mask * 2 + 1;
    cells = new long[(mask + 1) * CELL];
    for (int at = 0; at < old.length; at += CELL)
      if (old[at + 2] != 0) put(old[at], old[at + 1], old[at + 2]);
  }

  private int cell(long head, long tail) {
    long mixed = head * 0x9E3779B97F4A7C15L ^ (tail * 0xBEA225F9EB34556DL >>> 7);
    return (int) (mixed * 0x9E3779B97F4A7C15L >>> 32) & mask;
  }
}
