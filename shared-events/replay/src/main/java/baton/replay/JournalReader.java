package baton.replay;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.JournalJson;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.reader.Keyed;
import baton.replay.model.EventReader;
import com.fasterxml.jackson.core.JsonProcessingException;

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

  @Override
  public Object value(String json, Class<?> type) {
    try {
      return JournalJson.mapper().readValue(json, type);
    } catch (JsonProcessingException unreadable) {
      // Its message may quote what a person wrote.
      throw new UnreadableEvent("not a readable " + type.getSimpleName());
    }
  }
}
