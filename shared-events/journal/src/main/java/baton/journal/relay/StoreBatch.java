package baton.journal.relay;

import java.util.List;

/**
 * What one statement saw of the store.
 *
 * @param xmin all transactions below it are finished
 * @param beyondHorizon something is committed, but by a transaction not below {@code xmin}
 * @param more there is more below {@code xmin} than these
 * @param events in the order of positions
 */
record StoreBatch(long xmin, boolean beyondHorizon, boolean more, List<StoredEvent> events) {
  /** All transactions below it are finished and all they wrote was read. */
  long finishedBelow() {
    return more ? events.getLast().place().position().transaction() : xmin;
  }

  /** There is nothing to publish but what these events are. */
  boolean drains() {
    return !more && !beyondHorizon;
  }
}
