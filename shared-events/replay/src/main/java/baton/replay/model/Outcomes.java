package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** One number for each shape of tapes, in one flat array: sixteen bytes each. */
final class Outcomes {
  private static final int CELL = 2;
  private static final int FIRST_CELLS = 1 << 8;

  /** Stands for a shape whose hash is that of an empty cell. */
  private static final long INSTEAD_OF_EMPTY = 1;

  private long[] cells = new long[FIRST_CELLS * CELL];
  private int size;

  int size() {
    return size;
  }

  /** Where it stands, or would; valid until one is put. */
  int find(long shape) {
    long key = key(shape);
    int mask = cells.length / CELL - 1;
    int cell = (int) Hash.mix(key) & mask;
    while (cells[cell * CELL] != 0 && cells[cell * CELL] != key) cell = cell + 1 & mask;
    return cell * CELL;
  }

  boolean isKnown(int found) {
    return cells[found] != 0;
  }

  long get(int found) {
    return cells[found + 1];
  }

  void put(long shape, long outcome) {
    if (++size * CELL * 2 > cells.length) grow();
    int at = find(shape);
    cells[at] = key(shape);
    cells[at + 1] = outcome;
  }

  void save(DataOutputStream out) throws IOException {
    Stored.put(out, cells);
  }

  static Outcomes saved(DataInputStream in) throws IOException {
    var outcomes = new Outcomes();
    long[] cells = Stored.longs(in);
    for (int at = 0; at < cells.length; at += CELL)
      if (cells[at] != 0) outcomes.put(cells[at], cells[at + 1]);
    return outcomes;
  }

  private void grow() {
    long[] old = cells;
    cells = new long[old.length * 2];
    for (int at = 0; at < old.length; at += CELL) {
      if (old[at] == 0) continue;
      int to = find(old[at]);
      cells[to] = old[at];
      cells[to + 1] = old[at + 1];
    }
  }

  private static long key(long shape) {
    return shape == 0 ? INSTEAD_OF_EMPTY : shape;
  }
}
