package baton.bench.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Writes values as the canonical form has them, without making objects. */
final class Text {
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(US_ASCII);
  private static final byte[] BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(US_ASCII);
  private static final int BASE64_OF_A_LONG = 10;
  private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);
  private static final int DAYS_KEPT = 1 << 16;
  private static final byte[][] DATES = new byte[DAYS_KEPT][];

  private Text() {}

  static void uuid(byte[] to, int at, long high, long low) {
    int p = at;
    for (int nibble = 15; nibble >= 0; nibble--) {
      to[p++] = HEX[(int) (high >>> (nibble * 4)) & 15];
      if (nibble == 8 || nibble == 4) to[p++] = '-';
    }
    to[p++] = '-';
    for (int nibble = 15; nibble >= 0; nibble--) {
      to[p++] = HEX[(int) (low >>> (nibble * 4)) & 15];
      if (nibble == 12) to[p++] = '-';
    }
  }

  /** As {@code 2026-11-21T19:09:00.123456Z}; since 1970. */
  static void micros(byte[] to, int at, long micros) {
    date(to, at, micros);
    to[at + 19] = '.';
    digits(to, at + 20, micros % 1_000_000, 6);
    to[at + 26] = 'Z';
  }

  /** As {@code 2026-11-21T19:09:00Z}; since 1970. */
  static void seconds(byte[] to, int at, long micros) {
    date(to, at, micros);
    to[at + 19] = 'Z';
  }

  static void digits(byte[] to, int at, long value, int width) {
    long rest = value;
    for (int p = at + width - 1; p >= at; p--) {
      to[p] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  static void hex(byte[] to, int at, int length, long seed) {
    for (int i = 0; i < length; i += 16) {
      long bits = Hash.of(seed, i);
      for (int n = 0; n < 16; n++) to[at + i + n] = HEX[(int) (bits >>> (n * 4)) & 15];
    }
  }

  /** Twelve symbols in groups of four. */
  static void crockford(byte[] to, int at, long bits) {
    int p = at;
    for (int symbol = 0; symbol < 12; symbol++) {
      if (symbol > 0 && symbol % 4 == 0) to[p++] = '-';
      to[p++] = CROCKFORD[(int) (bits >>> ((11 - symbol) * 5)) & 31];
    }
  }

  /** What cannot be compressed, as nothing that is encrypted can. */
  static void base64(byte[] to, int at, int length, long seed) {
    for (int done = 0; done < length; done += BASE64_OF_A_LONG) {
      long bits = Hash.of(seed, done);
      for (int i = 0; i < BASE64_OF_A_LONG && done + i < length; i++)
        to[at + done + i] = BASE64[(int) (bits >>> (i * 6)) & 63];
    }
  }

  private static void date(byte[] to, int at, long micros) {
    int day = (int) (micros / MICROS_A_DAY);
    byte[] date = DATES[day];
    if (date == null) DATES[day] = date = LocalDate.ofEpochDay(day).toString().getBytes(US_ASCII);
    System.arraycopy(date, 0, to, at, date.length);
    int second = (int) (micros % MICROS_A_DAY / 1_000_000);
    to[at + 10] = 'T';
    digits(to, at + 11, second / 3600, 2);
    to[at + 13] = ':';
    digits(to, at + 14, second / 60 % 60, 2);
    to[at + 16] = ':';
    digits(to, at + 17, second % 60, 2);
  }
}
