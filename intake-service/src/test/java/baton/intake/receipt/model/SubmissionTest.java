package baton.intake.receipt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import baton.contract.OrganisationCode;
import baton.contract.intake.ReferralType;
import baton.intake.receipt.model.Submission.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

  private static final Instant NOW = Instant.parse("2012-08-01T12:00:00Z");

  @Test
  void reference_and_type_are_enough() {
    Submission taken = taken(referral());
    assertThat(taken.reference()).isEqualTo("SYNTHETIC-1");
    assertThat(taken.type()).isEqualTo(ReferralType.ENTICEMENT);
    assertThat(taken.force()).isNull();
    assertThat(taken.actionable()).isTrue();
    assertThat(taken.urgent()).isFalse();
    assertThat(taken.remarks())
        .extracting(Remark::code)
        .containsExactlyInAnyOrder("no-suspect", "no-force", "coarse-time", "no-provider-date");
  }

  @Test
  void both_are_missed_when_they_are_missing() {
    assertThat(violations(Map.of()))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/reference", "missing"), tuple("/type", "missing"));
  }

  @Test
  void a_null_is_an_absent_value() {
    assertThat(violations(with("type", null)))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/type", "missing"));
    assertThat(taken(with("people", null)).remarks()).isNotEmpty();
  }

  @Test
  void a_force_is_named_by_its_code() {
    assertThat(taken(with("force", "46")).force()).isEqualTo(OrganisationCode.of("46"));
    assertThat(violations(with("force", "Kent")))
        .containsExactly(
            new Violation(
                "/force",
                "unknown-force",
                "'Kent' is not a force code; Kent is 46, see GET /forces"));
    assertThat(violations(with("force", "02")).getFirst().detail())
        .isEqualTo("'02' is not a force code; see GET /forces");
    assertThat(violations(with("force", 46)))
        .extracting(Violation::code)
        .containsExactly("unknown-force");
  }

  @Test
  void every_wrong_field_is_named_and_its_value_is_not() {
    var people =
        List.of(
            Map.of("role", "SUSPECT"),
            Map.of("role", "NEIGHBOUR", "names", "Synthetic Person", "dateOfBirth", "1.1.1970"));
    assertThat(violations(with("people", people, "imageCategory", "D", "actionable", "yes")))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/people/1/role",
            "/people/1/names",
            "/people/1/dateOfBirth",
            "/imageCategory",
            "/actionable");
    assertThat(violations(with("people", people)).toString()).doesNotContain("Synthetic Person");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2099-01-01T00:00:00Z", "2012-08-01T12:06:00Z", "2012-08-01T23:00:00+01:00"})
  void nothing_that_is_reported_lies_in_the_future(String late) {
    assertThat(violations(with("providerReportedAt", late)))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/providerReportedAt", "date-in-future"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1066-10-14T09:00:00Z", "-999999999-01-01T00:00:00Z"})
  void a_time_that_nobody_means_is_none(String early) {
    assertThat(violations(with("providerReportedAt", early)))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/providerReportedAt", "wrong-form"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2012-08-01T12:04:00Z", "2012-08-01T13:00:00+01:00", "2012-07-04T09:00:00-04:00"})
  void clocks_may_differ_by_minutes_and_zones_by_hours(String then) {
    assertThat(taken(with("providerReportedAt", then)).providerReportedAt()).isNotNull();
  }

  @Test
  void dates_of_birth_and_of_what_happened_are_checked_as_well() {
    var people = List.of(Map.of("role", "VICTIM", "dateOfBirth", "2099-01-01"));
    var events = List.of(Map.of("address", "203.0.113.7", "at", "2099-01-01T00:00:00Z"));
    assertThat(
            violations(
                with(
                    "people",
                    people,
                    "networkEvents",
                    events,
                    "occurred",
                    Map.of("from", "2099-01-01"))))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/people/0/dateOfBirth", "/networkEvents/0/at", "/occurred/from");
  }

  @Test
  void the_same_address_as_somebody_who_is_in_it() {
    var suspect = Map.of("role", "SUSPECT");
    var atHome = Map.of("role", "CHILD_AT_RISK", "sameAddressAs", 0);
    var elsewhere = Map.of("role", "CHILD_AT_RISK", "sameAddressAs", 2);
    taken(with("people", List.of(suspect, atHome)));
    assertThat(violations(with("people", List.of(suspect, elsewhere))))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/people/1/sameAddressAs", "no-such-person"));
  }

  @Test
  void unknown_fields_are_kept_and_named_wherever_they_stand() {
    var person = Map.of("role", "SUSPECT", "nickname", "x");
    Submission taken = taken(with("people", List.of(person), "a/b~c", 1));
    assertThat(taken.kept()).containsExactlyInAnyOrder("/people/0/nickname", "/a~1b~0c");
    assertThat(taken.details().fields()).containsKey("a/b~c");
  }

  @Test
  void a_reason_makes_it_urgent_and_an_empty_one_does_not() {
    assertThat(taken(with("urgentBecause", "a child is with him now")).urgent()).isTrue();
    assertThat(taken(with("urgentBecause", " ")).urgent()).isFalse();
  }

  @Test
  void a_suspect_is_named_by_a_name_an_address_or_an_account() {
    assertThat(suspect("names", List.of("Synthetic Person"))).isTrue();
    assertThat(suspect("addresses", List.of(Map.of("line", "1 Synthetic Street")))).isTrue();
    assertThat(suspect("accounts", List.of(Map.of("id", "synthetic")))).isTrue();
    assertThat(suspect("names", List.of())).isFalse();
    assertThat(suspect("occupation", "teacher")).isFalse();
  }

  @Test
  void a_child_is_linked_as_a_victim_or_at_risk() {
    assertThat(taken(with("people", List.of(Map.of("role", "CHILD_AT_RISK")))).childLinked())
        .isTrue();
    assertThat(taken(with("people", List.of(Map.of("role", "VICTIM")))).childLinked()).isTrue();
    assertThat(taken(with("people", List.of(Map.of("role", "SUSPECT")))).childLinked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " x", "x\ny"})
  void a_reference_can_be_read_aloud(String reference) {
    assertThat(violations(with("reference", reference)))
        .extracting(Violation::pointer)
        .containsExactly("/reference");
  }

  @Test
  void what_is_good_gets_no_remark() {
    var good =
        with(
            "force",
            "46",
            "providerReportedAt",
            "2012-07-04T09:00:00-04:00",
            "occurred",
            Map.of("from", "2012-07-03T10:15:00Z"),
            "people",
            List.of(Map.of("role", "SUSPECT", "names", List.of("Synthetic Person"))));
    assertThat(taken(good).remarks()).isEmpty();
  }

  private static boolean suspect(String field, Object value) {
    return taken(with("people", List.of(Map.of("role", "SUSPECT", field, value)))).suspectNamed();
  }

  private static Map<String, Object> referral() {
    return new HashMap<>(Map.of("reference", "SYNTHETIC-1", "type", "ENTICEMENT"));
  }

  private static Map<String, Object> with(Object... fields) {
    Map<String, Object> referral = referral();
    var all = Arrays.asList(fields);
    for (int i = 0; i < all.size(); i += 2) referral.put((String) all.get(i), all.get(i + 1));
    return referral;
  }

  private static Submission taken(Map<String, Object> fields) {
    return ((Reading.Taken) Submission.read(fields, NOW)).submission();
  }

  private static List<Violation> violations(Map<String, Object> fields) {
    return ((Reading.Rejected) Submission.read(fields, NOW)).violations();
  }
}
