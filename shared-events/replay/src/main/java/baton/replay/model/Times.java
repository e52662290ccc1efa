package baton.replay.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * RFC 3339 in UTC to microseconds since 1970 and back to the same text. Three widths are known: no
 * fraction, three and six digits. One reader belongs to one thread: it remembers the last day.
 */
final class Times {
  /** Where no time stands that this reader knows. */
  static final long NONE = Long.MIN_VALUE;

  private static final int SECONDS_LENGTH = 19;

  /** {@code 00:00:00}, first character lowest. */
  private static final long CLOCK = 0x30303A30303A3030L;

  private static final long COLONS = 0x0000FF0000FF0000L;

  /** {@code .000000Z}, first character lowest. */
  private static final long FRACTION = 0x5A3030303030302EL;

  private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

  private long dayText;
  private short dayTail;
  private long dayMicros;

  /** Characters with this many digits of fraction, or -1: what the width of a string tells. */
  static int digits(int length) {
    return switch (length) {
      case SECONDS_LENGTH + 1 -> 0;
      case SECONDS_LENGTH + 5 -> 3;
      case SECONDS_LENGTH + 8 -> 6;
      default -> -1;
    };
  }

  /**
   * @param digits of its fraction: 0, 3 or 6
   * @return microseconds, or {@link #NONE}
   */
  long micros(byte[] b, int at, int digits) {
    if (b[at + 10] != 'T') return NONE;
    long clock = (long) Ascii.LONG.get(b, at + 11) ^ CLOCK;
    if (areNoDigits(clock) || (clock & COLONS) != 0) return NONE;
    long hour = pair(clock);
    long minute = pair(clock >>> 24);
    long second = pair(clock >>> 48);
    if ((23 - hour | 59 - minute | 59 - second) < 0) return NONE;
    long fraction = fraction(b, at + SECONDS_LENGTH, digits);
    long day = day(b, at);
    if (day == NONE || fraction < 0) return NONE;
    return day + ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
  }

  /** Microseconds between the seconds and the Z, or below 0 where these do not stand. */
  private static long fraction(byte[] b, int at, int digits) {
    if (digits == 0) return b[at] == 'Z' ? 0 : -1;
    if (digits == 3) {
      int first = Ascii.two(b, at + 1);
      int last = b[at + 3] - '0';
      boolean stands = b[at] == '.' && b[at + 4] == 'Z' && (first | last | 9 - last) >= 0;
      return stands ? (first * 10 + last) * 1000 : -1;
    }
    long six = (long) Ascii.LONG.get(b, at) ^ FRACTION;
    if (areNoDigits(six) || (six & 0xFF000000000000FFL) != 0) return -1;
    return Ascii.eightDigits(six << 8);
  }

  private static boolean areNoDigits(long eight) {
    return ((eight + 0x7676767676767676L | eight) & 0x8080808080808080L) != 0;
  }

  private static long pair(long digits) {
    return (digits & 0xF) * 10 + (digits >>> 8 & 0xF);
  }

  private long day(byte[] b, int at) {
    long text = (long) Ascii.LONG.get(b, at);
    short tail = (short) (b[at + 8] << 8 | b[at + 9]);
    if (text == dayText && tail == dayTail) return dayMicros;
    int century = Ascii.two(b, at);
    int year = Ascii.two(b, at + 2);
    int month = Ascii.two(b, at + 5);
    int date = Ascii.two(b, at + 8);
    if ((century | year | month | date) < 0 || b[at + 4] != '-' || b[at + 7] != '-') return NONE;
    try {
      dayMicros = LocalDate.of(century * 100 + year, month, date).toEpochDay() * MICROS_A_DAY;
    } catch (DateTimeException noDay) {
      return NONE;
    }
    dayText = text;
    dayTail = tail;
    return dayMicros;
  }

  /**
   * Microseconds that an id of version 7 was made at, from the half of it that tells; 0 of others.
   * The times of an event are kept as what lies between them and this: it is little.
   */
  static long ofId(long high) {
    return (high >>> 12 & 15) == 7 ? (high >>> 16) * 1000 : 0;
  }

  /** The same text again. */
  static String text(long micros, int digits) {
    String seconds = instant(Math.floorDiv(micros, 1_000_000L) * 1_000_000).toString();
    if (digits == 0) return seconds;
    long fraction = Math.floorMod(micros, 1_000_000L);
    String six = Long.toString(1_000_000 + fraction).substring(1);
    return seconds.substring(0, seconds.length() - 1) + "." + six.substring(0, digits) + "Z";
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  /** Microseconds, cut off; far beyond what a log holds it stays at the edge. */
  static long micros(Instant time) {
    long edge = Long.MAX_VALUE / 2_000_000;
    if (time.getEpochSecond() >= edge) return Long.MAX_VALUE;
    if (time.getEpochSecond() <= -edge) return Long.MIN_VALUE + 1;
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
