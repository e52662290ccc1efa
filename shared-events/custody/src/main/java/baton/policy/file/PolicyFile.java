package baton.policy.file;

import static java.util.stream.Collectors.joining;

import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.Rung;
import baton.policy.Ladder;
import baton.policy.Limit;
import baton.policy.Timescales;
import baton.policy.Timescales.Limits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads timescales and ladders from YAML; its own comments say how they are written. */
public final class PolicyFile {
  private PolicyFile() {}

  /**
   * @param name of the file, for messages
   * @throws PolicyFileUnusable naming the line of the first thing that is wrong
   */
  public static List<PolicyPart> read(String name, String text) {
    var organisations = new HashSet<OrganisationCode>();
    return YamlValue.read(name, text).list("organisations").stream()
        .map(
            value -> {
              PolicyPart part = part(value);
              if (!organisations.add(part.organisation()))
                throw value.wrong("organisation " + part.organisation() + " stands here twice");
              return part;
            })
        .toList();
  }

  private static PolicyPart part(YamlValue value) {
    OrganisationCode organisation = null;
    String version = null;
    Instant from = null;
    String reason = null;
    YamlValue limits = null;
    YamlValue rungs = null;
    for (var field : value.fields("an organisation").entrySet()) {
      YamlValue given = field.getValue();
      switch (field.getKey().text()) {
        case "organisation" -> organisation = given.as(OrganisationCode::of);
        case "version" -> version = given.text();
        case "effectiveFrom" -> from = given.as(PolicyFile::time);
        case "reason" -> reason = given.text();
        case "timescales" -> limits = given;
        case "ladder" -> rungs = given;
        default ->
            throw unknown(
                field.getKey(), "organisation, version, effectiveFrom, reason, timescales, ladder");
      }
    }
    require(value, "organisation", organisation);
    require(value, "version", version);
    require(value, "reason", reason);
    if (limits == null && rungs == null)
      throw value.wrong(organisation + " has neither timescales nor a ladder");
    return new PolicyPart(
        value.line(),
        organisation,
        version,
        from,
        reason,
        limits == null ? null : new Timescales(version, table(limits)),
        rungs == null ? null : ladder(version, rungs));
  }

  private static Map<ClockName, Limits> table(YamlValue value) {
    var table = new EnumMap<ClockName, Limits>(ClockName.class);
    value
        .fields("a table of timescales")
        .forEach(
            (clock, row) -> table.put(word(clock, ClockName.class, "clock"), limits(clock, row)));
    return table;
  }

  private static Limits limits(YamlValue clock, YamlValue row) {
    var given = new RowOfLimits();
    for (var field : row.fields("a clock").entrySet()) {
      String name = field.getKey().text();
      if (name.equals("source")) field.getValue().text();
      else if (!given.set(name, field.getValue().as(Limit::parse)))
        throw unknown(field.getKey(), String.join(", ", RowOfLimits.FIELDS) + ", source");
    }
    List<String> missing = given.missing();
    if (!missing.isEmpty())
      throw clock.wrong(
          clock.text() + " has no limit for " + String.join(", ", missing) + ", nor otherwise");
    return given.limits();
  }

  private static Ladder ladder(String version, YamlValue value) {
    var limits = new EnumMap<Rung, Duration>(Rung.class);
    Duration acknowledgement = null;
    for (var field : value.fields("a ladder").entrySet()) {
      String name = field.getKey().text();
      if (name.equals("source")) field.getValue().text();
      else if (name.equals("acknowledgement")) acknowledgement = field.getValue().as(Limit::time);
      else {
        Rung rung = word(field.getKey(), Rung.class, "rung");
        if (rung == Rung.CHIEF_OFFICER)
          throw field.getKey().wrong("nobody stands above the chief officer: leave the limit out");
        limits.put(rung, field.getValue().as(Limit::time));
      }
    }
    return new Ladder(version, limits, acknowledgement);
  }

  private static <E extends Enum<E>> E word(YamlValue value, Class<E> list, String what) {
    return value.as(
        text ->
            Arrays.stream(list.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'" + text + "' is no " + what + "; one of " + names(list))));
  }

  private static <E extends Enum<E>> String names(Class<E> list) {
    return Stream.of(list.getEnumConstants()).map(Objects::toString).collect(joining(", "));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time with its offset, such as 2027-01-01T00:00:00Z", noTime);
    }
  }

  private static void require(YamlValue part, String field, Object given) {
    if (given == null) throw part.wrong("the part that begins here has no " + field);
  }

  private static PolicyFileUnusable unknown(YamlValue field, String allowed) {
    return field.wrong("'" + field.text() + "' is not known here; write " + allowed);
  }
}
