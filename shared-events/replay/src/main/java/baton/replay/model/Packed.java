package baton.replay.model;

import java.util.Arrays;

/** Bytes that are written one after the other: numbers in as few bytes as they need. */
final class Packed {
  private static final int FIRST_SIZE = 1 << 10;

  byte[] bytes = new byte[FIRST_SIZE];
  int size;

  /** Empties it and makes sure that this much fits. */
  void begin(int room) {
    size = 0;
    if (bytes.length < room) bytes = new byte[room];
  }

  /** Makes sure that this much more fits. */
  void room(int more) {
    if (bytes.length - size < more)
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
  }

  void fixed(long value) {
    Ascii.LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** A number from 0 on. */
  void count(long value) {
    long left = value;
    while (left > 0x7F) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /** A number around 0. */
  void difference(long value) {
    count(value << 1 ^ value >> 63);
  }

  void raw(byte[] from, int at, int length) {
    System.arraycopy(from, at, bytes, size, length);
    size += length;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Reads what a {@link Packed} wrote. */
  static final class Reader {
    final byte[] bytes;
    int at;
    final int end;

    Reader(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    long fixed() {
      long value = (long) Ascii.LONG.get(bytes, at);
      at += Long.BYTES;
      return value;
    }

    long count() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[at++];
        value |= (b & 0x7FL) << shift;
        if (b >= 0) return value;
      }
    }

    long difference() {
      long value = count();
      return value >>> 1 ^ -(value & 1);
    }
  }
}
