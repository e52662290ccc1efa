package baton.escalation.policy;

import baton.contract.escalation.ClockName;
import baton.platform.forms.Form;
import baton.policy.Limit;
import baton.policy.Timescales;
import baton.policy.Timescales.Limits;
import baton.policy.file.RowOfLimits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** New timescales as they are sent. */
@Schema(name = "TimescalesWanted")
public record LimitsBody(
    @Schema(examples = "kent-2", required = true, description = "names the table for ever")
        String version,
    @Schema(
            examples = "2027-01-01T00:00:00Z",
            required = true,
            description = "at least 10 minutes from now")
        String effectiveFrom,
    @Schema(required = true, description = "why; at most 200 characters, no names of people")
        String reason,
    @Schema(
            required = true,
            description =
                "by clock, those that differ from the default: a limit by grade (urgent, veryHigh,"
                    + " high, medium, low), otherwise for the grades that are not named, or always;"
                    + " each such as 72h, 3d or 2 working days")
        Map<String, Map<String, String>> limits) {

  /** The table that it wants; what is wrong with it is told to the form. */
  Timescales table(Form form) {
    String name = form.required("/version", form.label("/version", version));
    var table = new EnumMap<ClockName, Limits>(ClockName.class);
    Map<String, Map<String, String>> given = form.required("/limits", limits);
    if (given != null && given.isEmpty())
      form.wrong("/limits", "missing", "limits names no clock; at least one is to change");
    if (given != null) given.forEach((clock, row) -> row(form, clock, row, table));
    form.check();
    return new Timescales(name, table);
  }

  private static void row(
      Form form, String clock, Map<String, String> row, Map<ClockName, Limits> table) {
    String pointer = "/limits/" + clock;
    ClockName name = form.optionalWord(pointer, clock, ClockName.class);
    if (form.required(pointer, row) == null) return;
    var wanted = new RowOfLimits();
    row.forEach((field, limit) -> field(form, pointer + "/" + field, field, limit, wanted));
    List<String> missing = wanted.missing();
    boolean unread = row.values().stream().anyMatch(limit -> !readable(limit));
    if (!missing.isEmpty() && !unread)
      form.wrong(
          pointer,
          "grade-without-limit",
          clock + " has no limit for " + String.join(", ", missing) + ", nor otherwise");
    if (name != null && missing.isEmpty()) table.put(name, wanted.limits());
  }

  private static void field(
      Form form, String pointer, String field, String limit, RowOfLimits wanted) {
    if (form.required(pointer, limit) == null) return;
    if (!RowOfLimits.FIELDS.contains(field))
      form.wrong(
          pointer,
          "unknown-grade",
          "'" + field + "' is none of " + String.join(", ", RowOfLimits.FIELDS));
    else if (readable(limit)) wanted.set(field, Limit.parse(limit));
    else form.wrong(pointer, "no-limit", unreadable(limit));
  }

  static boolean readable(String limit) {
    return limit != null && unreadable(limit) == null;
  }

  /** Why it is no limit, or null where it is one. */
  static String unreadable(String limit) {
    try {
      Limit.parse(limit);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
