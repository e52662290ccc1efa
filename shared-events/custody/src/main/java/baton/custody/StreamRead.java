package baton.custody;

import baton.contract.EventId;
import java.util.List;

/**
 * How far one stream of a referral was read.
 *
 * @param source the service that writes it
 * @param subject the aggregate
 * @param last the sequence applied last, -1 before the first
 * @param highest the highest sequence seen; more than {@code last} where events are missing
 * @param recent the ids applied last, newest last, so that a repeat is told from another event that
 *     claims the same place
 */
public record StreamRead(
    String source, String subject, long last, long highest, List<EventId> recent) {
  /** Repeats follow a relay's restart and are as recent as its last batches. */
  private static final int REMEMBERED = 32;

  public StreamRead {
    recent = List.copyOf(recent);
  }

  static StreamRead unread(String source, String subject) {
    return new StreamRead(source, subject, -1, -1, List.of());
  }

  /** Events before {@code highest} have not been seen. */
  public boolean gap() {
    return highest > last;
  }

  /** Another event holds this place. What is too old to be remembered counts as a repeat. */
  boolean contradicts(long sequence, EventId id) {
    long index = sequence - (last - recent.size() + 1);
    return index >= 0 && index < recent.size() && !recent.get((int) index).equals(id);
  }

  StreamRead applied(EventId id) {
    List<EventId> kept = recent.subList(Math.max(0, recent.size() + 1 - REMEMBERED), recent.size());
    return new StreamRead(
        source, subject, last + 1, Math.max(highest, last + 1), Lists.plus(kept, id));
  }

  StreamRead seen(long sequence) {
    return new StreamRead(source, subject, last, Math.max(highest, sequence), recent);
  }
}
