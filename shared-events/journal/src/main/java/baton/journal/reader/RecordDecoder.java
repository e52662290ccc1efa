package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import java.util.function.Supplier;

/**
 * Bytes of the log to records. Never fails: what cannot be read becomes a record that says so.
 *
 * @param source the service that reads, such as {@code /risk-service}
 */
record RecordDecoder(EventCodec codec, String source) {
  private static final byte[] NOTHING = {};

  LogRecord decode(
      String topic, String topicId, int partition, long offset, String key, byte[] stored) {
    byte[] value = stored == null ? NOTHING : stored;
    Envelope envelope = readable(() -> Envelope.parse(value));
    if (envelope != null && !fits(envelope, key)) envelope = null;
    Recorded<? extends BatonEvent> event = envelope == null ? null : event(envelope);
    boolean own = envelope != null && envelope.source().equals(source);
    return new LogRecord(topic, topicId, partition, offset, value, envelope, event, key, own);
  }

  private Recorded<? extends BatonEvent> event(Envelope envelope) {
    return readable(() -> codec.decode(envelope));
  }

  /**
   * One partition holds a referral's whole story only if its records are keyed by it. And what
   * PostgreSQL refuses in a text could not even be parked.
   */
  private static boolean fits(Envelope envelope, String key) {
    String referral = envelope.referral();
    if (referral != null && (!referral.equals(key) || LogRecord.referral(key).isEmpty()))
      return false;
    String kept = envelope.source() + envelope.subject() + envelope.id() + envelope.type();
    return kept.indexOf('\0') < 0;
  }

  /** Whatever the bytes provoke in a decoder is the bytes' fault. */
  private static <T> T readable(Supplier<T> decoding) {
    try {
      return decoding.get();
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
