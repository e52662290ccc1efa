package baton.local.story;

import baton.contract.Actor;
import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.custody.Custodian;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, people and events as a person says them. All times are UTC. */
public final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  public static String time(Instant at) {
    return MINUTE.format(at);
  }

  /** {@code p-46-15 (46-polit, Kent)}, or a post and whose it is. */
  public static String of(Custodian custodian) {
    if (custodian == null) return "nobody needs to: it is concluded";
    String whose = name(custodian.organisation());
    if (custodian.person() == null) return custodian.post() + " of " + whose + ", no person yet";
    return custodian.person()
        + (custodian.team() == null ? " (" : " (" + custodian.team() + ", ")
        + whose
        + ")";
  }

  /** A force by its name. */
  public static String name(OrganisationCode organisation) {
    return Forces.byCode(organisation).map(Force::name).orElse(organisation.value());
  }

  /** {@code baton.case-allocated.v1} is "case allocated". */
  public static String event(String wireName) {
    return wireName.replaceFirst("^baton\\.", "").replaceFirst("\\.v[0-9]+$", "").replace('-', ' ');
  }

  public static String of(Actor actor) {
    return actor.id();
  }

  /** The two largest units, such as {@code 2 d 4 h}. */
  public static String of(Duration time) {
    if (time.toDays() > 0) return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
    if (time.toHours() > 0) return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    return time.toMinutes() + " min";
  }
}
