package baton.simulation;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.relay.Position;

/**
 * A row of a simulated event store.
 *
 * @param bytes as they go on the log
 */
public record Row(
    Position position, Envelope envelope, byte[] bytes, Recorded<? extends BatonEvent> event) {
  public String stream() {
    return envelope.subject();
  }

  public long sequence() {
    return envelope.streamSequence();
  }

  /** The record's key. */
  public String key() {
    return envelope.referral() == null ? stream() : envelope.referral();
  }

  /** One event has one name, whichever copy of it. */
  public String name() {
    return name(envelope);
  }

  public static String name(Envelope envelope) {
    return envelope.source() + " " + envelope.subject() + " " + envelope.streamSequence();
  }
}
