package baton.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * On which days of a nation people work: not at weekends and not on its holidays.
 *
 * @param version which edition it is; a year outside of it has no holidays
 */
public record Calendar(String version, Set<LocalDate> holidays) {
  /** All of the United Kingdom keeps this time (contracts, "Meanings"). */
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Nothing is ever due later; what starts near the end of time is not counted in days. */
  private static final Instant LAST_COUNTED = Instant.parse("9000-01-01T00:00:00Z");

  /** Where none was adopted. */
  static final Calendar WEEKENDS_ONLY = new Calendar("weekends-only", Set.of());

  public Calendar {
    holidays = Set.copyOf(holidays);
  }

  public boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
  }

  /** The same local time of day, so many working days later. */
  Instant workingDaysAfter(Instant started, int days) {
    if (started.isAfter(LAST_COUNTED)) return Instant.MAX;
    ZonedDateTime local = started.atZone(LONDON);
    LocalDate day = local.toLocalDate();
    for (int left = days; left > 0; left--) day = nextWorkingDay(day);
    return ZonedDateTime.of(day, local.toLocalTime(), LONDON).toInstant();
  }

  private LocalDate nextWorkingDay(LocalDate after) {
    LocalDate day = after.plusDays(1);
    while (!isWorkingDay(day)) day = day.plusDays(1);
    return day;
  }
}
