package baton.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.Rung;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors name line and value: whoever wrote the file has nothing else to go by. */
class PolicyFileTest {
  private static final String KENT =
      """
      - organisation: "46"
        version: kent-1
        effectiveFrom: 2027-01-01T00:00:00Z
        reason: Low means two weeks here
        timescales:
          ENFORCEMENT_ACTION:
            urgent: 24h
            veryHigh: 24h
            high: 7d
            otherwise: 14d
          UPSTREAM_ANSWER:
            always: 3 working days
        ladder:
          SERGEANT: 2h
          acknowledgement: 12h
      """;

  @Test
  void a_file_says_what_an_organisation_allows() {
    PolicyPart kent = PolicyFile.read("kent.yaml", KENT).getFirst();
    assertThat(kent.organisation()).isEqualTo(new OrganisationCode("46"));
    assertThat(kent.effectiveFrom()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(kent.timescales().limits().get(ClockName.ENFORCEMENT_ACTION).low().text())
        .isEqualTo("P14D");
    assertThat(kent.timescales().limits().get(ClockName.UPSTREAM_ANSWER).high().text())
        .isEqualTo("3 working days");
    assertThat(kent.ladder().limits()).containsEntry(Rung.SERGEANT, Duration.ofHours(2));
    assertThat(kent.ladder().acknowledgementLasts()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void batons_own_file_has_every_clock_and_a_source_for_every_number() throws IOException {
    assertThat(Defaults.part().timescales().limits()).containsOnlyKeys(ClockName.values());
    String text;
    try (var file = getClass().getResourceAsStream("/baton/policy/timescales.yaml")) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    var part = YamlValue.read("timescales.yaml", text).list("organisations").getFirst();
    part.fields("an organisation")
        .forEach(
            (field, value) -> {
              if (!field.text().equals("timescales")) return;
              value
                  .fields("a table")
                  .forEach(
                      (clock, row) ->
                          assertThat(row.fields("a clock").keySet())
                              .as(clock.text())
                              .anyMatch(key -> key.text().equals("source")));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      high: 7d         | high: three days   | line 9: 'three days' is no limit: write 72h, 3d or 2 working days
      high: 7d         | high: 0h           | line 9: '0h' is no limit: write 72h, 3d or 2 working days
      high: 7d         | high: -7d          | line 9: '-7d' is no limit: write 72h, 3d or 2 working days
      high: 7d         | hihg: 7d           | line 9: 'hihg' is not known here; write urgent, veryHigh, high, medium, low, otherwise, always, source
      high: 7d         | urgent: 7d         | line 9: 'urgent' stands here twice
      otherwise: 14d   | medium: 14d        | line 6: ENFORCEMENT_ACTION has no limit for low, nor otherwise
      UPSTREAM_ANSWER: | UPSTREAM_REPLY:    | line 11: 'UPSTREAM_REPLY' is no clock
      2027-01-01T      | 1st of January     | line 3: '1st of January00:00:00Z' is no time with its offset
      version: kent-1  | version:           | line 2: a value is expected
      SERGEANT: 2h     | SERGEANT: 2 working days | line 14: '2 working days' counts working days here: write 72h or 3d
      SERGEANT: 2h     | CHIEF_OFFICER: 2h  | line 14: nobody stands above the chief officer
      '"46"'           | Kent               | line 1: an organisation is a two-digit force code
      """)
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
    assertThatThrownBy(() -> PolicyFile.read("kent.yaml", KENT.replace(right, wrong)))
        .isInstanceOf(PolicyFileUnusable.class)
        .hasMessageStartingWith("kent.yaml " + told);
  }

  @Test
  void what_is_no_yaml_and_what_is_nothing_is_told_as_well() {
    assertThatThrownBy(() -> PolicyFile.read("kent.yaml", "- organisation: [46\n"))
        .hasMessageMatching("kent.yaml line \\d+: it is no YAML: .*");
    assertThatThrownBy(() -> PolicyFile.read("kent.yaml", "")).hasMessage("kent.yaml is empty");
    assertThatThrownBy(() -> PolicyFile.read("kent.yaml", KENT + KENT))
        .hasMessage("kent.yaml line 16: organisation 46 stands here twice");
    assertThatThrownBy(() -> PolicyFile.read("kent.yaml", "- organisation: \"46\"\n"))
        .hasMessage("kent.yaml line 1: the part that begins here has no version");
  }
}
