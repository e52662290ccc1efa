package baton.journal.relay;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of some thousands of streams while millions of events pass: a count for each and a
 * sum over its ids in their order. Equal sums say that the same events came in the same order.
 */
final class HostileStreams {
  private static final int REMEMBERED = 64;

  private final long[] next;
  private final long[] sum;
  private final long[][] ids;
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong repeats = new AtomicLong();

  HostileStreams(int count) {
    next = new long[count];
    sum = new long[count];
    ids = new long[count][REMEMBERED];
  }

  long next(int stream) {
    return next[stream];
  }

  /** One more of a stream, by whoever has it to himself. */
  void add(int stream, String id) {
    long hash = hash(id);
    ids[stream][(int) (next[stream]++ % REMEMBERED)] = hash;
    sum[stream] = sum[stream] * 31 + hash;
    events.incrementAndGet();
  }

  /** The same as came before under this number? An event that came long ago is taken to be. */
  boolean isRepeat(int stream, long sequence, String id) {
    boolean same =
        next[stream] - sequence > REMEMBERED
            || ids[stream][(int) (sequence % REMEMBERED)] == hash(id);
    if (same) repeats.incrementAndGet();
    return same;
  }

  long events() {
    return events.get();
  }

  long repeats() {
    return repeats.get();
  }

  /** How many streams are not the same here and there. */
  int differentFrom(HostileStreams other) {
    int different = 0;
    for (int stream = 0; stream < next.length; stream++)
      if (next[stream] != other.next[stream] || sum[stream] != other.sum[stream]) different++;
    return different;
  }

  private static long hash(String id) {
    long hash = 1125899906842597L;
    for (int i = 0; i < id.length(); i++) hash = 31 * hash + id.charAt(i);
    return hash;
  }
}
