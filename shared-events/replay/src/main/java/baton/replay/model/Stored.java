package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays as they stand in a snapshot: how many, then each. */
final class Stored {
  private static final int CHUNK = 1 << 13;

  private Stored() {}

  static void put(DataOutputStream out, byte[] bytes, int length) throws IOException {
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  static byte[] bytes(DataInputStream in) throws IOException {
    var bytes = new byte[length(in, 1)];
    in.readFully(bytes);
    return bytes;
  }

  /** A damaged length must not take memory for what the file does not hold. */
  private static int length(DataInputStream in, int each) throws IOException {
    int length = in.readInt();
    int left = in.available();
    if (length < 0 || left < Integer.MAX_VALUE && (long) length * each > left)
      throw new EOFException("a snapshot that ends before " + length + " items");
    return length;
  }

  static void put(DataOutputStream out, long[] longs) throws IOException {
    out.writeInt(longs.length);
    var chunk = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < longs.length; at += CHUNK) {
      int count = Math.min(CHUNK, longs.length - at);
      chunk.asLongBuffer().put(longs, at, count);
      out.write(chunk.array(), 0, count * Long.BYTES);
    }
  }

  static long[] longs(DataInputStream in) throws IOException {
    var longs = new long[length(in, Long.BYTES)];
    var chunk = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < longs.length; at += CHUNK) {
      int count = Math.min(CHUNK, longs.length - at);
      in.readFully(chunk.array(), 0, count * Long.BYTES);
      chunk.asLongBuffer().get(longs, at, count);
    }
    return longs;
  }
}
