package baton.escalation.notices.model;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When digests are due: once a day at a time of the day in London, summer and winter. */
public final class DigestTime {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private DigestTime() {}

  /** The last one at or before a moment. */
  public static Instant last(LocalTime at, Instant now) {
    ZonedDateTime local = now.atZone(LONDON);
    ZonedDateTime today = local.toLocalDate().atTime(at).atZone(LONDON);
    ZonedDateTime last =
        today.isAfter(local) ? local.toLocalDate().minusDays(1).atTime(at).atZone(LONDON) : today;
    return last.toInstant();
  }
}
