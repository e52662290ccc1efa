package baton.allocation.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header of that name: seconds, or a date. Source: RFC 9110, section 10.2.3. */
final class RetryAfter {
  /** Longer than anybody waits; more digits would be no time at all. */
  private static final int DIGITS_MAX = 9;

  private RetryAfter() {}

  /**
   * @param header or null
   * @return for how long, or null where it says nothing that can be understood
   */
  static Duration of(String header, Instant now) {
    if (header == null) return null;
    String text = header.strip();
    if (!text.isEmpty()
        && text.length() <= DIGITS_MAX
        && text.chars().allMatch(c -> c >= '0' && c <= '9'))
      return Duration.ofSeconds(Long.parseLong(text));
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : null;
    } catch (DateTimeException neither) {
      return null;
    }
  }
}
