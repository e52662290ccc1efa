package baton.intake.receipt.model;

import baton.contract.intake.ReferralType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of a referral as an agency sends it. Source: design section 6; words of the
 * intelligence grading and the image categories: domain reference 4.2 and 4.3.
 */
final class ReferralForm {

  static final List<String> ROLES =
      List.of("SUSPECT", "RECIPIENT", "VICTIM", "CHILD_AT_RISK", "UNKNOWN_USER");
  static final List<String> TYPES =
      Arrays.stream(ReferralType.values()).map(ReferralType::name).toList();

  private static final Rule TEXT = Text.any();
  private static final Rule TEXTS = Rule.listOf(TEXT);
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private static final Rule OCCURRED =
      Rule.object(Map.of("from", When.timeOrDate(), "until", When.timeOrDate(), "asWritten", TEXT));

  private static final Rule INTELLIGENCE =
      Rule.object(
          Map.of(
              "source", Rule.oneOf(List.of("RELIABLE", "UNTESTED", "NOT_RELIABLE")),
              "information", Rule.oneOf(List.of("A", "B", "C", "D", "E")),
              "handling", Rule.oneOf(List.of("P", "C")),
              "conditions", TEXT,
              "sourceDetail", TEXT));

  private static final Rule ACCOUNT =
      Rule.object(Map.of("provider", TEXT, "id", TEXT, "name", TEXT));

  private static final Rule ADDRESS = Rule.object(Map.of("line", TEXT, "postcode", TEXT));

  private static final Rule PERSON =
      Rule.object(
          Map.ofEntries(
              Map.entry("role", Rule.oneOf(ROLES)),
              Map.entry("names", TEXTS),
              Map.entry("dateOfBirth", When.date()),
              Map.entry("emails", TEXTS),
              Map.entry("phones", TEXTS),
              Map.entry("accounts", Rule.listOf(ACCOUNT)),
              Map.entry("devices", TEXTS),
              Map.entry("addresses", Rule.listOf(ADDRESS)),
              Map.entry("occupation", TEXT),
              Map.entry("relationship", TEXT),
              Map.entry("sameAddressAs", Rule.wholeNumber(0, 10_000))));

  private static final Rule NETWORK_EVENT =
      Rule.object(
          Map.of(
              "address",
              TEXT,
              "port",
              Rule.wholeNumber(0, 65_535),
              "at",
              When.time(),
              "event",
              TEXT));

  private static final Rule FILE =
      Rule.object(
          Map.of(
              "id", TEXT,
              "sha256", Text.matching(SHA_256, "a SHA-256 of 64 hexadecimal digits"),
              "classification", TEXT,
              "viewedByProvider", Rule.flag(),
              "heldBy", TEXT,
              "heldReference", TEXT));

  static final Rule REFERRAL =
      Rule.object(
          Map.ofEntries(
              Map.entry("reference", Text.line(200)),
              Map.entry("type", Rule.oneOf(TYPES)),
              Map.entry("force", NamedForce.rule()),
              Map.entry("actionable", Rule.flag()),
              Map.entry("urgentBecause", TEXT),
              Map.entry("occurred", OCCURRED),
              Map.entry("providerReportedAt", When.time()),
              Map.entry("narrative", TEXT),
              Map.entry("intelligence", INTELLIGENCE),
              Map.entry("imageCategory", Rule.oneOf(List.of("A", "B", "C"))),
              Map.entry("people", ReferralForm::checkPeople),
              Map.entry("networkEvents", Rule.listOf(NETWORK_EVENT)),
              Map.entry("files", Rule.listOf(FILE)),
              Map.entry("priorReports", TEXTS),
              Map.entry("otherAgency", Rule.object(Map.of("name", TEXT, "caseNumber", TEXT)))));

  private ReferralForm() {}

  private static void checkPeople(Object value, String pointer, Findings findings) {
    Rule.listOf(PERSON).check(value, pointer, findings);
    if (!(value instanceof List<?> people)) return;
    for (int i = 0; i < people.size(); i++)
      if (people.get(i) instanceof Map<?, ?> person
          && person.get("sameAddressAs") instanceof Number other
          && other.longValue() >= people.size())
        findings.wrong(
            pointer + "/" + i + "/sameAddressAs",
            "no-such-person",
            "sameAddressAs is the place of another person in the list, counted from 0");
  }
}
