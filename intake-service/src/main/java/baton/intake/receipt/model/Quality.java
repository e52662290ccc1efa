package baton.intake.receipt.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the sender could say to speed things up. None of it is a reason to refuse. */
final class Quality {

  /** An address is shared by many within longer than this: a subscriber check needs the time. */
  private static final Duration COARSE = Duration.ofDays(1);

  private Quality() {}

  static List<Remark> remarks(Map<String, Object> fields, People people) {
    var remarks = new ArrayList<Remark>();
    if (!people.suspectThere())
      remarks.add(new Remark("no-suspect", "nobody in it is a SUSPECT", "/people"));
    else if (!people.suspectNamed())
      remarks.add(
          new Remark("suspect-unnamed", "the suspect has no name, address or account", "/people"));
    if (fields.get("force") == null)
      remarks.add(
          new Remark("no-force", "no force is named: the NCA will find out which it is", "/force"));
    if (coarse(fields.get("occurred")))
      remarks.add(
          new Remark("coarse-time", "when it happened is not known to within a day", "/occurred"));
    if (fields.get("providerReportedAt") == null)
      remarks.add(
          new Remark(
              "no-provider-date",
              "without the provider's report date nobody knows how long it keeps the content",
              "/providerReportedAt"));
    return List.copyOf(remarks);
  }

  private static boolean coarse(Object occurred) {
    if (!(occurred instanceof Map<?, ?> map)) return true;
    var from = When.instant(map.get("from"));
    if (from.isEmpty()) return true;
    return When.instant(map.get("until"))
        .filter(until -> Duration.between(from.get(), until).compareTo(COARSE) > 0)
        .isPresent();
  }
}
