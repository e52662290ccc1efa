package baton.journal.store;

import baton.journal.envelope.Envelope;

/** An event is longer than the log takes. Nothing of its transaction is stored. */
public final class EventTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int BYTES_PER_CHAR_MAX = 3;
  private static final int REST_MAX = 8 * 1024;

  private final String subject;
  private final int bytes;

  private EventTooLarge(Envelope envelope, int bytes) {
    super(
        "%s of %s would be %d bytes on the log; at most %d are taken"
            .formatted(envelope.type(), envelope.subject(), bytes, Envelope.MAX_BYTES));
    this.subject = envelope.subject();
    this.bytes = bytes;
  }

  public String subject() {
    return subject;
  }

  public int bytes() {
    return bytes;
  }

  /** Encodes only what could be too long: nearly every event is far from the limit. */
  static void check(Envelope envelope, String metaData) {
    long bound = (long) BYTES_PER_CHAR_MAX * (envelope.data().length() + metaData.length());
    if (bound + REST_MAX <= Envelope.MAX_BYTES) return;
    int bytes = envelope.bytes().length;
    if (bytes > Envelope.MAX_BYTES) throw new EventTooLarge(envelope, bytes);
  }
}
