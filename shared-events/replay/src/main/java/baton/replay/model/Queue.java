package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Referrals in the order in which they came. */
final class Queue {
  private static final int FIRST_SIZE = 1 << 10;

  private long[] ids = new long[FIRST_SIZE];
  private int from;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  long bytes() {
    return 8L * ids.length;
  }

  void add(long high, long low) {
    if (size * 2 == ids.length) grow();
    int at = (from + size) * 2 % ids.length;
    ids[at] = high;
    ids[at + 1] = low;
    size++;
  }

  long high() {
    return ids[from * 2];
  }

  long low() {
    return ids[from * 2 + 1];
  }

  void remove() {
    from = (from + 1) % (ids.length / 2);
    size--;
  }

  void save(DataOutputStream out) throws IOException {
    var all = new long[size * 2];
    for (int i = 0; i < all.length; i++) all[i] = ids[(from * 2 + i) % ids.length];
    Stored.put(out, all);
  }

  static Queue saved(DataInputStream in) throws IOException {
    var queue = new Queue();
    long[] all = Stored.longs(in);
    for (int i = 0; i < all.length; i += 2) queue.add(all[i], all[i + 1]);
    return queue;
  }

  private void grow() {
    var grown = new long[ids.length * 2];
    int first = ids.length - from * 2;
    System.arraycopy(ids, from * 2, grown, 0, first);
    System.arraycopy(ids, 0, grown, first, ids.length - first);
    ids = grown;
    from = 0;
  }
}
