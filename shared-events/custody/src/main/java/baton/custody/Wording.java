package baton.custody;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How people, places and times are written in a sentence. */
public final class Wording {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Wording() {}

  /** By the sender's reference, which is not sealed; by its id while that is not known. */
  static String referral(Custody custody) {
    String reference = custody.particulars().reference();
    return "referral " + (reference == null ? custody.referral() : reference);
  }

  public static String organisation(OrganisationCode code) {
    if (code == null) return "a force";
    if (code.equals(OrganisationCode.NCA)) return "the NCA";
    return Forces.byCode(code).map(force -> force.name() + " (" + code + ")").orElse(code.value());
  }

  static String holder(Custodian custodian) {
    if (custodian == null) return "nobody";
    if (Custodian.OUTSIDE_CONTACT.equals(custodian.post()))
      return organisation(custodian.organisation()) + ", outside Baton,";
    String who = custodian.person() == null ? post(custodian.post()) : custodian.person().value();
    return who + " of " + organisation(custodian.organisation());
  }

  /** As people say it: a desk and an inspector are two words, a tie-breaker is one. */
  private static String post(String post) {
    return switch (post) {
      case Custodian.TIE_BREAKER -> "the tie-breaker";
      default -> "the " + post.replace('-', ' ');
    };
  }

  public static String local(Instant time) {
    return DAY_AND_TIME.format(time.atZone(LONDON));
  }

  /** The day is left out where it is that of the start. */
  static String until(Instant started, Instant due) {
    ZonedDateTime local = due.atZone(LONDON);
    boolean sameDay = local.toLocalDate().equals(started.atZone(LONDON).toLocalDate());
    return (sameDay ? TIME : DAY_AND_TIME).format(local);
  }

  static String ago(Instant due, Instant now) {
    Duration late = Duration.between(due, now);
    if (late.toMinutes() < 1) return "less than a minute ago";
    if (late.toHours() < 1) return late.toMinutes() + " min ago";
    if (late.toDays() < 1) return parts(late.toHours(), "h", late.toMinutesPart(), "min");
    return parts(late.toDays(), "d", late.toHoursPart(), "h");
  }

  static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String parts(long large, String unit, int small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit) + " ago";
  }
}
