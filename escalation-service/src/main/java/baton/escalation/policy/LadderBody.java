package baton.escalation.policy;

import baton.contract.escalation.Rung;
import baton.platform.forms.Form;
import baton.policy.Ladder;
import baton.policy.Limit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new ladder as it is sent. */
@Schema(name = "LadderWanted")
public record LadderBody(
    @Schema(examples = "kent-2", required = true, description = "names the ladder for ever")
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
                "how long CUSTODIAN, SERGEANT, INSPECTOR and HEAD_OF_UNIT have before the next one"
                    + " is told, such as 4h; those left out follow Baton's defaults")
        Map<String, String> rungs,
    @Schema(
            examples = "24h",
            required = true,
            description = "how long an acknowledgement keeps it from climbing")
        String acknowledgementLasts) {

  /** The ladder that it wants; what is wrong with it is told to the form. */
  Ladder ladder(Form form) {
    String name = form.required("/version", form.label("/version", version));
    var limits = new EnumMap<Rung, Duration>(Rung.class);
    Map<String, String> given = form.required("/rungs", rungs);
    if (given != null) given.forEach((rung, limit) -> rung(form, rung, limit, limits));
    Duration lasts = time(form, "/acknowledgementLasts", acknowledgementLasts);
    form.check();
    return new Ladder(name, limits, lasts);
  }

  private static void rung(Form form, String rung, String limit, Map<Rung, Duration> limits) {
    String pointer = "/rungs/" + rung;
    Rung name = form.optionalWord(pointer, rung, Rung.class);
    if (name == Rung.CHIEF_OFFICER)
      form.wrong(
          pointer, "last-rung", "nobody stands above the chief officer: leave the limit out");
    Duration time = time(form, pointer, limit);
    if (name != null && time != null) limits.put(name, time);
  }

  private static Duration time(Form form, String pointer, String limit) {
    if (form.required(pointer, limit) == null) return null;
    try {
      return Limit.time(limit);
    } catch (IllegalArgumentException e) {
      form.wrong(pointer, "no-limit", e.getMessage());
      return null;
    }
  }
}
