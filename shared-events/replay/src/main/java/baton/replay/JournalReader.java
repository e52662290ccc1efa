package baton.replay;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.Keyed;
import baton.replay.model.EventReader;

/** The general way: as the services read, by Jackson and the contract's records. */
public final class JournalReader implements EventReader {
  private final EventCodec codec;

  public JournalReader() {
    this(new EventCodec());
  }

  JournalReader(EventCodec codec) {
    this.codec = codec;
  }

  @Override
  public Recorded<? extends BatonEvent> read(byte[] document, String key) {
    Envelope envelope = Envelope.parse(document);
    return codec.decode(key == null ? envelope : Keyed.fitting(envelope, key));
  }
}
