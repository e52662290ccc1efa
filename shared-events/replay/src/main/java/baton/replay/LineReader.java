package baton.replay;

import baton.replay.model.Line;
import baton.replay.model.Shard;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads an event where the consumer has just decompressed it, without copying it first: there its
 * bytes are still in the processor's cache. Of one consumer, and of one thread; the consumer hands
 * every record's key over right before its value.
 */
public final class LineReader implements Deserializer<Line> {
  private final Shard shard;
  private final Keys keys = new Keys();

  public LineReader(Shard shard) {
    this.shard = shard;
  }

  /** To be the same consumer's reader of keys. */
  public Deserializer<Void> keys() {
    return keys;
  }

  @Override
  public Line deserialize(String topic, byte[] data) {
    return read(data, 0, data.length);
  }

  @Override
  public Line deserialize(String topic, Headers headers, ByteBuffer data) {
    if (!data.hasArray()) {
      var copy = new byte[data.remaining()];
      data.get(copy);
      return read(copy, 0, copy.length);
    }
    int from = data.arrayOffset() + data.position();
    return read(data.array(), from, from + data.remaining());
  }

  private Line read(byte[] bytes, int from, int to) {
    int length = keys.length;
    keys.length = 0;
    return shard.read(keys.bytes, length, bytes, from, to);
  }

  /** Keeps the key until the value comes; a record without one has an empty key. */
  private static final class Keys implements Deserializer<Void> {
    private byte[] bytes = new byte[64];
    private int length;

    @Override
    public Void deserialize(String topic, byte[] data) {
      return deserialize(topic, null, ByteBuffer.wrap(data));
    }

    @Override
    public Void deserialize(String topic, Headers headers, ByteBuffer data) {
      length = data.remaining();
      if (bytes.length < length) bytes = new byte[length];
      data.get(bytes, 0, length);
      return null;
    }
  }
}
