package baton.replay.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the canonical text forms of the log straight from its bytes, eight at a time. Whatever is
 * not exactly such a form is refused, never repaired: the caller then takes the general way.
 */
final class Ascii {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Characters of a UUID in its canonical form. */
  static final int UUID_LENGTH = 36;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NIBBLES = 0x0F0F0F0F0F0F0F0FL;
  private static final long ZEROS = 0x3030303030303030L;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Ascii() {}

  /**
   * Where the string that begins here is closed.
   *
   * @return the place of its quote, or -1 if before it comes anything but printable ASCII, or an
   *     escape
   */
  static int stringEnd(byte[] bytes, int from, int end) {
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long word = (long) LONG.get(bytes, at);
      long quote = word ^ 0x2222222222222222L;
      long escape = word ^ 0x5C5C5C5C5C5C5C5CL;
      long odd =
          ((quote - ONES) & ~quote
                  | (escape - ONES) & ~escape
                  | (word - 0x2020202020202020L) & ~word
                  | word)
              & HIGHS;
      if (odd == 0) continue;
      int found = at + (Long.numberOfTrailingZeros(odd) >>> 3);
      return bytes[found] == '"' ? found : -1;
    }
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b == '"') return at;
      if (b < ' ' || b == '\\') return -1;
    }
    return -1;
  }

  /** Eight lower-case hexadecimal digits, or -1. */
  static long hex8(long text) {
    long nibbles = (text & NIBBLES) + ((text >>> 6) & ONES) * 9;
    long letters = ((nibbles & NIBBLES) + 0x0606060606060606L) >>> 4 & ONES;
    if ((nibbles & ~NIBBLES) != 0 || nibbles + ZEROS + letters * 39 != text) return -1;
    return Long.compress(Long.reverseBytes(nibbles), NIBBLES);
  }

  /**
   * The upper half of the UUID that stands here, or 0 where none does: no version of a UUID has it.
   */
  static long uuidHigh(byte[] b, int at) {
    if (b[at + 8] != '-' || b[at + 13] != '-') return 0;
    long first = hex8((long) LONG.get(b, at));
    long second =
        hex8((int) INT.get(b, at + 9) & 0xFFFFFFFFL | (long) (int) INT.get(b, at + 14) << 32);
    return (first | second) < 0 ? 0 : first << 32 | second;
  }

  /** The lower half, or 0 where none stands: the variant's bits are never 0. */
  static long uuidLow(byte[] b, int at) {
    if (b[at + 18] != '-' || b[at + 23] != '-') return 0;
    long first =
        hex8((int) INT.get(b, at + 19) & 0xFFFFFFFFL | (long) (int) INT.get(b, at + 24) << 32);
    long second = hex8((long) LONG.get(b, at + 28));
    return (first | second) < 0 ? 0 : first << 32 | second;
  }

  /** Writes the 36 characters of a UUID. */
  static void putUuid(byte[] b, int at, long high, long low) {
    int to = at;
    for (int digit = 0; digit < 32; digit++) {
      if (digit == 8 || digit == 12 || digit == 16 || digit == 20) b[to++] = '-';
      long half = digit < 16 ? high : low;
      b[to++] = HEX[(int) (half >>> (60 - (digit & 15) * 4)) & 15];
    }
  }

  /** Two decimal digits, or a value below 0. */
  static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return (tens | ones | 9 - tens | 9 - ones) < 0 ? Integer.MIN_VALUE : tens * 10 + ones;
  }
}
