package baton.escalation.archive;

import baton.contract.EventId;
import baton.journal.reader.LogRecord;
import java.time.Instant;

/**
 * A record that tells otherwise than what the log told before.
 *
 * @param sameEvent the event is known, in other bytes; else it claims a place in its stream that
 *     another event holds
 */
public record Contradiction(LogRecord record, boolean sameEvent) {
  public EventId event() {
    return EventId.of(record.envelope().id());
  }

  public Instant recordedAt() {
    return Instant.parse(record.envelope().recordedTime());
  }

  /** For the register, where no referral's finding can say it. */
  public String sentence() {
    return "the register tells stream %s of %s in two ways: event %s %s"
        .formatted(
            record.envelope().subject(),
            record.envelope().source().substring(1),
            event(),
            sameEvent
                ? "stands there in other bytes"
                : "claims the place of another (%d)".formatted(record.envelope().streamSequence()));
  }
}
