package baton.intake.receipt.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Rules for times. Nothing that is reported may lie in the future. */
final class When {

  /** Two machines' clocks differ by so much without anybody being wrong. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** What lies before it is a slip, and a year of nine digits is no time that a row could hold. */
  private static final Instant EARLIEST = Instant.parse("1850-01-01T00:00:00Z");

  /** The furthest zone is 14 hours ahead: a birth date may be today's there. */
  private static final ZoneOffset FURTHEST_AHEAD = ZoneOffset.ofHours(14);

  private When() {}

  static Rule date() {
    return (value, pointer, findings) ->
        day(value)
            .ifPresentOrElse(
                day -> notInFuture(day, pointer, findings),
                () -> Rule.wrongForm(pointer, "a date such as 1970-01-31", findings));
  }

  /** A time with its zone, or where only the day is known, the date. */
  static Rule timeOrDate() {
    return (value, pointer, findings) ->
        instant(value)
            .ifPresentOrElse(
                at -> notInFuture(at, pointer, findings),
                () -> date().check(value, pointer, findings));
  }

  static Rule time() {
    return (value, pointer, findings) ->
        instant(value)
            .ifPresentOrElse(
                at -> notInFuture(at, pointer, findings),
                () ->
                    Rule.wrongForm(
                        pointer,
                        "a time with its zone (RFC 3339), 2012-07-03T10:15:00Z",
                        findings));
  }

  static Optional<Instant> instant(Object value) {
    try {
      return value instanceof String text
          ? Optional.of(OffsetDateTime.parse(text).toInstant()).filter(at -> !at.isBefore(EARLIEST))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Object value) {
    try {
      return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void notInFuture(LocalDate day, String pointer, Findings findings) {
    LocalDate latest = findings.now().atOffset(FURTHEST_AHEAD).toLocalDate();
    if (day.isAfter(latest)) future(pointer, findings);
  }

  private static void notInFuture(Instant at, String pointer, Findings findings) {
    if (at.isAfter(findings.now().plus(CLOCKS_DIFFER))) future(pointer, findings);
  }

  private static void future(String pointer, Findings findings) {
    findings.wrong(
        pointer,
        "date-in-future",
        pointer
            + " lies in the future; what is reported has happened: check the date and its zone");
  }
}
