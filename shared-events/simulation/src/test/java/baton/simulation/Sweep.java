package baton.simulation;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;

/** Reads the log anew, without any service. */
final class Sweep {
  private static final EventCodec CODEC = new EventCodec();

  private Sweep() {}

  static Recorded<? extends BatonEvent> decode(Envelope envelope) {
    return CODEC.decode(envelope);
  }
}
