package baton.bench.sweep;

import baton.replay.LineReader;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Appends what the fold needs of an event to what is stored of its referral: read by the sweep's
 * own reader and packed as it packs, so that the peer lacks none of its advantages.
 */
final class TapeProcessor implements Processor<byte[], byte[], Void, Void> {
  private static final byte[] NOTHING = {};

  private final String storeName;
  private final LineReader reader;
  private final StreamsMeter meter;
  private KeyValueStore<byte[], byte[]> store;

  TapeProcessor(String storeName, Shard shard, StreamsMeter meter) {
    this.storeName = storeName;
    this.reader = new LineReader(shard);
    this.meter = meter;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    meter.before();
    reader.keys().deserialize(null, null, ByteBuffer.wrap(record.key()));
    Line line = reader.deserialize(null, null, ByteBuffer.wrap(record.value()));
    switch (line.kind()) {
      case FOLDED, ENDING -> append(record.key(), line.packed());
      case IGNORED, REGISTER, UNREADABLE -> {}
    }
    meter.after();
  }

  private void append(byte[] key, byte[] packed) {
    byte[] before = store.get(key);
    if (before == null) before = NOTHING;
    byte[] after = Arrays.copyOf(before, before.length + Short.BYTES + packed.length);
    ByteBuffer.wrap(after, before.length, Short.BYTES + packed.length)
        .putShort((short) packed.length)
        .put(packed);
    store.put(key, after);
  }
}
