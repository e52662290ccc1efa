package baton.bench.sweep;

import baton.custody.Custody;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.JournalJson;
import baton.policy.PolicyBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** One more event of a referral onto its stored state. A made log has no gaps to wait for. */
final class CustodyProcessor implements Processor<byte[], byte[], Void, Void> {
  private final String storeName;
  private final PolicyBook policy;
  private final StreamsMeter meter;
  private final EventCodec codec = new EventCodec();
  private KeyValueStore<byte[], byte[]> store;

  CustodyProcessor(String storeName, PolicyBook policy, StreamsMeter meter) {
    this.storeName = storeName;
    this.policy = policy;
    this.meter = meter;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    meter.before();
    var event = codec.decode(Envelope.parse(record.value()));
    byte[] stored = store.get(record.key());
    Custody before = stored == null ? Custody.none(event.referral()) : read(stored);
    Custody after = Custody.evolve(before, event, policy);
    if (after != before) store.put(record.key(), write(after));
    meter.after();
  }

  static Custody read(byte[] stored) {
    try {
      return JournalJson.mapper().readValue(stored, Custody.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(Custody custody) {
    try {
      return JournalJson.mapper().writeValueAsBytes(custody);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
