package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One number for each referral, in flat arrays: two words of its id and the number, nothing else.
 * Cut into segments, so that growing needs room for one of them at a time.
 */
final class ReferralTable {
  /** Of a referral that is not there. */
  static final long ABSENT = 0;

  private static final int SEGMENTS = 64;
  private static final int SEGMENT_SHIFT = 58;
  private static final int WORDS = 3;
  private static final int FIRST_CAPACITY = 64;
  private static final double FULL = 0.86;
  private static final double GROWTH = 1.3;

  /** Standard deviations that the fullest of the segments may lie above the middle one. */
  private static final double SPREAD = 4;

  private final long[][] segments = new long[SEGMENTS][];
  private final int[] sizes = new int[SEGMENTS];
  private long size;

  /**
   * @param expected how many referrals there may be; it grows beyond that
   */
  ReferralTable(long expected) {
    double each = (double) expected / SEGMENTS;
    // They do not spread evenly: a segment that had to grow would be larger by far.
    double most = each + SPREAD * Math.sqrt(each);
    int capacity = (int) Math.max(FIRST_CAPACITY, Math.ceil(most / FULL) + 1);
    for (int i = 0; i < SEGMENTS; i++) segments[i] = new long[capacity * WORDS];
  }

  void save(DataOutputStream out) throws IOException {
    for (long[] segment : segments) Stored.put(out, segment);
  }

  static ReferralTable saved(DataInputStream in) throws IOException {
    var table = new ReferralTable(0);
    for (int i = 0; i < SEGMENTS; i++) {
      long[] segment = Stored.longs(in);
      table.segments[i] = segment;
      for (int at = 0; at < segment.length; at += WORDS) if (segment[at] != 0) table.sizes[i]++;
      table.size += table.sizes[i];
    }
    return table;
  }

  long size() {
    return size;
  }

  long bytes() {
    long bytes = 0;
    for (long[] segment : segments) bytes += 8L * segment.length;
    return bytes;
  }

  /** Reads ahead what {@link #find} will look at. */
  long touch(long high, long low) {
    long hash = hash(high, low);
    long[] segment = segments[(int) (hash >>> SEGMENT_SHIFT)];
    return segment[home(hash, segment)];
  }

  /** Where it stands, or would. Valid until something is added. */
  long find(long high, long low) {
    long hash = hash(high, low);
    int number = (int) (hash >>> SEGMENT_SHIFT);
    long[] segment = segments[number];
    int at = home(hash, segment);
    while (segment[at] != 0 && (segment[at] != high || segment[at + 1] != low)) {
      at += WORDS;
      if (at == segment.length) at = 0;
    }
    return (long) number << 32 | at;
  }

  /** Whether it still stands where it was found, though others may have been added since. */
  boolean holds(long found, long high, long low) {
    long[] segment = segments[(int) (found >>> 32)];
    int at = (int) found;
    return segment[at] == high && segment[at + 1] == low;
  }

  long get(long found) {
    return segments[(int) (found >>> 32)][(int) found + 2];
  }

  /**
   * @param found what {@link #find} gave for this referral
   */
  void set(long found, long high, long low, long value) {
    int number = (int) (found >>> 32);
    int at = (int) found;
    long[] segment = segments[number];
    boolean added = segment[at] == 0;
    segment[at] = high;
    segment[at + 1] = low;
    segment[at + 2] = value;
    if (!added) return;
    size++;
    if (++sizes[number] > segment.length / WORDS * FULL) grow(number);
  }

  /** Told of each referral; it may give another number for it. */
  interface Visitor {
    long visit(long high, long low, long value);
  }

  void each(Visitor visitor) {
    for (long[] segment : segments)
      for (int at = 0; at < segment.length; at += WORDS)
        if (segment[at] != 0)
          segment[at + 2] = visitor.visit(segment[at], segment[at + 1], segment[at + 2]);
  }

  private void grow(int number) {
    long[] old = segments[number];
    int capacity = (int) (old.length / WORDS * GROWTH) + 1;
    long[] grown = new long[capacity * WORDS];
    for (int from = 0; from < old.length; from += WORDS) {
      if (old[from] == 0) continue;
      int at = home(hash(old[from], old[from + 1]), grown);
      while (grown[at] != 0) {
        at += WORDS;
        if (at == grown.length) at = 0;
      }
      System.arraycopy(old, from, grown, at, WORDS);
    }
    segments[number] = grown;
  }

  private static long hash(long high, long low) {
    return Hash.mix(high * 31 ^ low);
  }

  private static int home(long hash, long[] segment) {
    long spread = hash & 0xFFFFFFFFL;
    return (int) (spread * (segment.length / WORDS) >>> 32) * WORDS;
  }
}
