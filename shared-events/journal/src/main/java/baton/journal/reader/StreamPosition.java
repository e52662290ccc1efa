package baton.journal.reader;

import java.time.Instant;

/**
 * How far a stream has been applied.
 *
 * @param referral null for streams of the register
 */
record StreamPosition(String referral, long sequence, String eventId, Instant recordedTime) {
  static StreamPosition of(LogRecord record) {
    var envelope = record.envelope();
    return new StreamPosition(
        envelope.referral(),
        envelope.streamSequence(),
        envelope.id(),
        record.event().recordedTime());
  }
}
