package baton.proof;

import baton.proof.ProofLine.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds numbers that are wanting in the streams of a slice. A slice's leaves may lie anywhere in
 * the tree; that an event was left out between two others shows only here.
 */
final class StreamGaps {
  private static final int STREAMS_MAX = 500_000;
  private static final int GAPS_MAX = 10_000;

  private final boolean fromTheFirst;
  private final Map<Long, Long> next = new HashMap<>();
  private final Map<Place, Gap> gaps = new LinkedHashMap<>();
  private boolean gaveUp;

  /**
   * @param fromTheFirst whether streams begin with their first event
   */
  StreamGaps(boolean fromTheFirst) {
    this.fromTheFirst = fromTheFirst;
  }

  private record Place(long stream, long sequence) {}

  /** What is wanting, and the event before which it was missed. */
  record Gap(String source, String subject, long sequence, Entry before) {}

  void read(EventLine event, Entry entry) {
    if (event.source() == null || event.subject() == null || event.sequence() == null) return;
    long stream = stream(event);
    Long known = next.get(stream);
    if (known == null && next.size() >= STREAMS_MAX) {
      gaveUp = true;
      return;
    }
    long expected = known != null ? known : fromTheFirst ? 0 : event.sequence();
    // What the log has late closes its gap.
    if (event.sequence() < expected) gaps.remove(new Place(stream, event.sequence()));
    for (long wanting = expected; wanting < event.sequence(); wanting++) {
      if (gaps.size() >= GAPS_MAX) {
        gaveUp = true;
        break;
      }
      gaps.put(
          new Place(stream, wanting), new Gap(event.source(), event.subject(), wanting, entry));
    }
    next.put(stream, Math.max(expected, event.sequence() + 1));
  }

  Optional<Gap> first() {
    return gaps.values().stream().findFirst();
  }

  /** Whether there were more streams or gaps than are kept. */
  boolean gaveUp() {
    return gaveUp;
  }

  private static long stream(EventLine event) {
    String name = event.source() + "\n" + event.subject();
    return ByteBuffer.wrap(TreeHash.sha256().digest(name.getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }
}
