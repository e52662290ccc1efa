package baton.allocation.feed;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * So many pages at a time are open in this instance on their way to topics: there are forces enough
 * that a page of each would be more than its memory. A topic that failed last has room apart from
 * those that are well, for it may keep what it has until its time is over.
 */
final class PageRoom {
  /**
   * Of each kind. A page is a quarter of a MiB and one entry (half a MiB) at most, closed; opened,
   * written as JSON and in the producer's buffer about five times that: 16 of them are 60 MiB of
   * the 256 that a service has, at worst.
   */
  private static final int WELL_AT_ONCE = 12;

  private static final int STRUGGLING_AT_ONCE = 4;

  /** How the topic took what was sent to it last. */
  enum Lane {
    WELL(WELL_AT_ONCE),
    STRUGGLING(STRUGGLING_AT_ONCE);

    private final int atOnce;

    Lane(int atOnce) {
      this.atOnce = atOnce;
    }

    int atOnce() {
      return atOnce;
    }
  }

  private final Map<Lane, Semaphore> places = new EnumMap<>(Lane.class);

  PageRoom() {
    for (Lane lane : Lane.values()) places.put(lane, new Semaphore(lane.atOnce(), true));
  }

  /** From before a page is read until it is on the topic or given up. In the order of asking. */
  <T> T in(Lane lane, Supplier<T> work) {
    Semaphore room = places.get(lane);
    room.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      room.release();
    }
  }

  /** How many wait for room. */
  int waiting(Lane lane) {
    return places.get(lane).getQueueLength();
  }
}
