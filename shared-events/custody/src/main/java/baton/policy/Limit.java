package baton.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take. Only the words <i>working day</i> use a calendar; every other limit
 * is elapsed time, and a day of it is 24 hours, nights and weekends included (contracts,
 * "Meanings").
 */
public sealed interface Limit {
  /** No limit is longer: whoever writes more means something else. */
  int MAX_DAYS = 3_650;

  /** Elapsed time. */
  record Elapsed(Duration duration) implements Limit {
    public Elapsed {
      if (duration.isNegative() || duration.isZero() || duration.toDays() > MAX_DAYS)
        throw new IllegalArgumentException(duration + " is no limit");
    }

    @Override
    public Instant from(Instant started, Calendar calendar) {
      boolean fits = Duration.between(started, Instant.MAX).compareTo(duration) >= 0;
      return fits ? started.plus(duration) : Instant.MAX;
    }

    /** ISO 8601; whole days as days where there are at least two. */
    @Override
    public String text() {
      boolean whole = duration.equals(Duration.ofDays(duration.toDays()));
      return whole && duration.toDays() > 1 ? "P" + duration.toDays() + "D" : duration.toString();
    }
  }

  /** The same local time of day so many working days later. */
  record WorkingDays(int days) implements Limit {
    public WorkingDays {
      if (days < 1 || days > MAX_DAYS)
        throw new IllegalArgumentException(days + " working days are no limit");
    }

    @Override
    public Instant from(Instant started, Calendar calendar) {
      return calendar.workingDaysAfter(started, days);
    }

    @Override
    public String text() {
      return days == 1 ? "1 working day" : days + " working days";
    }
  }

  /** The last instant that is in time. */
  Instant from(Instant started, Calendar calendar);

  /** As it stands in an event: {@code PT24H}, {@code P30D}, {@code 2 working days}. */
  String text();

  static Limit elapsed(Duration duration) {
    return new Elapsed(duration);
  }

  /**
   * Reads {@code 15m}, {@code 72h}, {@code 3d}, {@code 2 working days}, or an ISO 8601 duration.
   *
   * @throws IllegalArgumentException where it is none of them, or not longer than nothing; its
   *     message repeats what was given and says what may be written
   */
  static Limit parse(String text) {
    Matcher working = Written.WORKING_DAYS.matcher(text.strip());
    Matcher elapsed = Written.ELAPSED.matcher(text.strip());
    try {
      if (working.matches()) return new WorkingDays(Integer.parseInt(working.group(1)));
      if (!elapsed.matches()) return elapsed(Duration.parse(text.strip()));
      long number = Long.parseLong(elapsed.group(1));
      return elapsed(
          switch (elapsed.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    } catch (RuntimeException unusable) {
      throw new IllegalArgumentException(
          "'" + text + "' is no limit: write 72h, 3d or 2 working days", unusable);
    }
  }

  /**
   * Reads elapsed time, where working days would make no sense.
   *
   * @throws IllegalArgumentException as {@link #parse} does
   */
  static Duration time(String text) {
    if (parse(text) instanceof Elapsed elapsed) return elapsed.duration();
    throw new IllegalArgumentException("'" + text + "' counts working days here: write 72h or 3d");
  }

  /** How people write a limit. */
  final class Written {
    private static final Pattern ELAPSED = Pattern.compile("(\\d{1,6}) ?([mhd])");
    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d{1,4}) working days?");

    private Written() {}
  }
}
