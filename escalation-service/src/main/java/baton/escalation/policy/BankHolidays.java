package baton.escalation.policy;

import static java.util.stream.Collectors.toCollection;

import baton.contract.Nation;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** The bank holidays of a nation as Jollyday has them; what is adopted of them is frozen. */
public final class BankHolidays {
  private BankHolidays() {}

  /** In order; those that fall on a weekend are kept on the day that stands for them. */
  public static List<LocalDate> of(Nation nation, int firstYear, int lastYear) {
    var manager =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    return List.copyOf(
        manager
            .getHolidays(
                LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31), region(nation))
            .stream()
            .map(Holiday::getDate)
            .collect(toCollection(TreeSet::new)));
  }

  /** Jollyday's own code; Wales always has the holidays of England. */
  private static String region(Nation nation) {
    return switch (nation) {
      case ENGLAND_AND_WALES -> "eng";
      case SCOTLAND -> "sct";
      case NORTHERN_IRELAND -> "nir";
    };
  }
}
