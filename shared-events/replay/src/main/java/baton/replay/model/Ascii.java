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
  private static final long PAIRS = 0x000000FF000000FFL;
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
      long odd = odd((long) LONG.get(bytes, at));
      if (odd != 0) return closed(bytes, at, odd);
    }
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b == '"') return at;
      if (b < ' ' || b == '\\') return -1;
    }
    return -1;
  }

  /** The same of a string that is likely to be long, 32 at a time. */
  static int longStringEnd(byte[] bytes, int from, int end) {
    int at = from;
    for (; at + 4 * Long.BYTES <= end; at += 4 * Long.BYTES) {
      long first = odd((long) LONG.get(bytes, at));
      long second = odd((long) LONG.get(bytes, at + Long.BYTES));
      long third = odd((long) LONG.get(bytes, at + 2 * Long.BYTES));
      long fourth = odd((long) LONG.get(bytes, at + 3 * Long.BYTES));
      if ((first | second | third | fourth) == 0) continue;
      if (first != 0) return closed(bytes, at, first);
      if (second != 0) return closed(bytes, at + Long.BYTES, second);
      if (third != 0) return closed(bytes, at + 2 * Long.BYTES, third);
      return closed(bytes, at + 3 * Long.BYTES, fourth);
    }
    return stringEnd(bytes, at, end);
  }

  private static int closed(byte[] bytes, int at, long odd) {
    int found = at + (Long.numberOfTrailingZeros(odd) >>> 3);
    return bytes[found] == '"' ? found : -1;
  }

  /**
   * Has the highest bit of the first byte set that ends a string or may not stand in it, and of no
   * byte before it. With one bit turned over a quote lies right among the control characters, and
   * space and exclamation mark above them: one comparison finds both.
   */
  static long odd(long eight) {
    long turned = eight ^ 0x0202020202020202L;
    long escape = eight ^ 0x5C5C5C5C5C5C5C5CL;
    return ((turned - 0x2121212121212121L) & ~turned | (escape - ONES) & ~escape | eight) & HIGHS;
  }

  /** The bits of so many bytes, fewer than eight, from the lowest on. */
  static long first(int bytes) {
    return ~(-1L << (bytes << 3));
  }

  /** The first eight of so many bytes; all of fewer, with zeros behind them. */
  static long head(byte[] b, int from, int length) {
    if (from + Long.BYTES <= b.length) {
      long eight = (long) LONG.get(b, from);
      return length >= Long.BYTES ? eight : eight & first(length);
    }
    long head = 0;
    for (int at = from + Math.min(length, Long.BYTES) - 1; at >= from; at--)
      head = head << 8 | b[at] & 0xFF;
    return head;
  }

  /** Whether the 36 characters at both places are the same. */
  static boolean sameUuid(byte[] a, int at, byte[] b, int other) {
    return (long) LONG.get(a, at) == (long) LONG.get(b, other)
        && (long) LONG.get(a, at + 8) == (long) LONG.get(b, other + 8)
        && (long) LONG.get(a, at + 16) == (long) LONG.get(b, other + 16)
        && (long) LONG.get(a, at + 24) == (long) LONG.get(b, other + 24)
        && (int) INT.get(a, at + 32) == (int) INT.get(b, other + 32);
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

  /** A number of ten digits, or a value below 0. */
  static long tenDigits(byte[] b, int at) {
    int first = two(b, at);
    long digits = (long) LONG.get(b, at + 2) ^ ZEROS;
    boolean odd = ((digits + 0x7676767676767676L | digits) & HIGHS) != 0;
    return first < 0 || odd ? -1 : first * 100_000_000L + eightDigits(digits);
  }

  /**
   * The number that eight digits are, of which the first is in the lowest byte: pairs, fours and
   * all are added up side by side.
   *
   * @param digits each from 0 to 9
   */
  static long eightDigits(long digits) {
    long pairs = digits * 10 + (digits >>> 8);
    long upper = (pairs & PAIRS) * (100 + (1_000_000L << 32));
    long lower = (pairs >>> 16 & PAIRS) * (1 + (10_000L << 32));
    return upper + lower >>> 32;
  }
}
