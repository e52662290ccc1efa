package baton.journal.envelope;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The one text form of a time: RFC 3339, UTC, exactly six fraction digits and {@code Z}. Finer
 * digits are cut off, because PostgreSQL keeps microseconds; of one width, so that times sort as
 * text.
 */
public final class Times {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 6, 6, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  public static String text(Instant time) {
    return FORM.format(time);
  }

  public static Instant truncated(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
