package baton.escalation.platform;

import static java.time.temporal.ChronoUnit.MICROS;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Reads query parameters; what cannot be read is a 422 that says what it should be. */
public final class Query {
  /** The last instant that PostgreSQL and RFC 3339 both can write. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Query() {}

  /** RFC 3339 with its offset; null where it is not given. */
  public static Instant time(String name, String given) {
    if (given == null || given.isBlank()) return null;
    try {
      // A plus sign that was not encoded arrives as a space; the log knows microseconds.
      Instant time =
          OffsetDateTime.parse(given.strip().replace(' ', '+')).toInstant().truncatedTo(MICROS);
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) return time;
    } catch (DateTimeException noTime) {
      // the problem below says what is wanted
    }
    throw wrong(name, name + " is a time with its offset, such as 2026-11-21T12:00:00Z");
  }

  /** Words parted by commas; none where nothing is given. */
  public static List<String> words(String given) {
    return given == null || given.isBlank()
        ? List.of()
        : Arrays.stream(given.split(",")).map(String::strip).toList();
  }

  /** True for open, false for resolved, null for both: nothing given, or each named. */
  public static Boolean openOrResolved(String given) {
    List<String> words = words(given);
    if (!List.of("open", "resolved").containsAll(words))
      throw wrong("state", "state is open, resolved, or both parted by a comma");
    return words.size() == 1 ? words.contains("open") : null;
  }

  /** The 422 for a parameter. */
  public static RuntimeException wrong(String name, String detail) {
    return Problems.invalid(List.of(new Violation("?" + name, "wrong-parameter", detail)));
  }
}
