package baton.intake.receipt.model;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads who has a referral that an organisation brings in itself: {@code custody} of a find of its
 * own, {@code backRecord} of an open case of the time before it used Baton. Neither is part of what
 * the referral says, so neither makes an amendment of it.
 */
public final class OriginReading {
  public static final String CUSTODY = "custody";
  public static final String BACK_RECORD = "backRecord";

  private static final Rule LABEL = Text.line(200);
  private static final Map<String, Rule> HOLDER = Map.of("team", LABEL, "person", LABEL);
  private static final Rule OWN = Rule.object(HOLDER);
  private static final Rule BACK = Rule.object(backFields());

  private final Workforce workforce;
  private final Findings findings;

  private OriginReading(Workforce workforce, Instant now) {
    this.workforce = workforce;
    this.findings = new Findings(now);
  }

  /**
   * Who has it, or every reason why not.
   *
   * @param origin null where there are violations
   */
  public record Read(Origin origin, List<Violation> violations) {}

  /**
   * @param custody the body's {@value #CUSTODY}, or null
   * @param poster who has it where nobody else is named
   */
  public static Read own(Object custody, PersonId poster, Workforce workforce, Instant now) {
    var reading = new OriginReading(workforce, now);
    Map<?, ?> said = custody == null ? Map.of() : reading.checked(custody, "/" + CUSTODY, OWN);
    return said == null ? reading.read(null) : reading.own(said, poster);
  }

  /**
   * @param backRecord the line's {@value #BACK_RECORD}, or null
   */
  public static Read backRecord(Object backRecord, Workforce workforce, Instant now) {
    var reading = new OriginReading(workforce, now);
    String at = "/" + BACK_RECORD;
    if (backRecord == null) reading.missing(at);
    Map<?, ?> said = backRecord == null ? null : reading.checked(backRecord, at, BACK);
    return said == null ? reading.read(null) : reading.back(said);
  }

  private Read own(Map<?, ?> said, PersonId poster) {
    String at = "/" + CUSTODY;
    PersonId named = id(said, "person", at, PersonId::of);
    PersonId holder = said.get("person") == null ? poster : named;
    if (holder == null) return read(null);
    TeamId team = team(said, at, known(holder, at));
    return read(Origin.own(workforce.organisation(), team, holder));
  }

  private Read back(Map<?, ?> said) {
    String at = "/" + BACK_RECORD;
    for (String required : List.of("receivedAt", "person"))
      if (said.get(required) == null) missing(at + "/" + required);
    if (said.get("localReference") != null && said.get("system") == null) missing(at + "/system");
    PersonId holder = id(said, "person", at, PersonId::of);
    if (holder == null) return read(null);
    TeamId team = team(said, at, known(holder, at));
    return read(
        new Origin(
            workforce.organisation(),
            team,
            holder,
            When.instant(said.get("receivedAt")).map(this::notAfterNow).orElse(null),
            said.get("grade") instanceof String grade ? Grade.valueOf(grade) : null,
            (String) said.get("system"),
            (String) said.get("localReference"),
            (String) said.get("plan")));
  }

  /** Null where the form is wrong: what it says cannot be looked at then. */
  private Map<?, ?> checked(Object value, String at, Rule rule) {
    rule.check(value, at, findings);
    for (String unknown : findings.kept())
      findings.wrong(unknown, "unknown-field", unknown + " is no field that Baton knows");
    return findings.violations().isEmpty() ? (Map<?, ?>) value : null;
  }

  private RosterEntry known(PersonId person, String at) {
    RosterEntry entry = workforce.entry(person);
    entry
        .refusal()
        .ifPresent(refusal -> findings.wrong(at + "/person", refusal.code(), refusal.detail()));
    return entry;
  }

  private TeamId team(Map<?, ?> said, String at, RosterEntry holder) {
    if (said.get("team") == null) return holder.team();
    TeamId team = id(said, "team", at, TeamId::of);
    if (team != null && !workforce.hasTeam(team))
      findings.wrong(
          at + "/team",
          "unknown-team",
          team + " is no team of " + workforce.organisation() + " in its roster");
    return team;
  }

  private <T> T id(Map<?, ?> said, String field, String at, Function<String, T> reader) {
    if (!(said.get(field) instanceof String text)) return null;
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      findings.wrong(at + "/" + field, "wrong-form", e.getMessage());
      return null;
    }
  }

  /** Clocks that differ by a little make nothing a thing of the future. */
  private Instant notAfterNow(Instant at) {
    return at.isAfter(findings.now()) ? findings.now() : at;
  }

  private void missing(String pointer) {
    findings.wrong(pointer, "missing", pointer + " is missing");
  }

  private Read read(Origin origin) {
    var violations = findings.violations();
    return new Read(violations.isEmpty() ? origin : null, violations);
  }

  private static Map<String, Rule> backFields() {
    var fields = new HashMap<>(HOLDER);
    fields.put("receivedAt", When.time());
    fields.put("grade", Rule.oneOf(Arrays.stream(Grade.values()).map(Grade::name).toList()));
    fields.put("system", LABEL);
    fields.put("localReference", LABEL);
    fields.put("plan", LABEL);
    return fields;
  }
}
