package baton.escalation.policy.model;

import baton.contract.Nation;
import baton.contract.escalation.CalendarAdopted;
import baton.decision.Command;
import baton.decision.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The holidays of a nation are known for these years.
 *
 * @param holidays of them, in order
 */
public record AdoptCalendar(Nation nation, int firstYear, int lastYear, List<LocalDate> holidays)
    implements Command {
  public AdoptCalendar {
    holidays = List.copyOf(holidays);
  }

  @Override
  public String stream() {
    return stream(nation);
  }

  public static String stream(Nation nation) {
    return "calendar-" + slug(nation);
  }

  /**
   * Years that were adopted stay as they were, whatever a new edition of a library says of them
   * (R16): only later ones are added.
   *
   * @param known the last that was adopted, or null
   */
  public Decision decide(CalendarAdopted known, Instant now) {
    if (known == null)
      return Decision.accept(
          new CalendarAdopted(
              nation, version(firstYear), Instant.EPOCH, firstYear, lastYear, holidays));
    if (lastYear <= known.lastYear()) return Decision.nothingToDo();
    List<LocalDate> all =
        Stream.concat(
                known.holidays().stream(),
                holidays.stream().filter(day -> day.getYear() > known.lastYear()))
            .toList();
    return Decision.accept(
        new CalendarAdopted(
            nation,
            version(known.firstYear()),
            now.plus(AdoptionPolicy.NOTICE_MIN),
            known.firstYear(),
            lastYear,
            all));
  }

  private String version(int first) {
    return slug(nation) + "-" + first + "-" + lastYear;
  }

  private static String slug(Nation nation) {
    return nation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
