package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;

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
    Envelope envelope = null;
    Recorded<? extends BatonEvent> event = null;
    String unreadable = null;
    try {
      envelope = Keyed.fitting(Envelope.parse(value), key);
      event = codec.decode(envelope);
    } catch (UnreadableEvent known) {
      unreadable = known.getMessage();
    } catch (RuntimeException provoked) {
      // Whatever the bytes provoke in a decoder is the bytes' fault.
      unreadable = Failure.line(provoked);
    }
    boolean own = envelope != null && envelope.source().equals(source);
    return new LogRecord(
        topic, topicId, partition, offset, value, envelope, event, unreadable, key, own);
  }
}
