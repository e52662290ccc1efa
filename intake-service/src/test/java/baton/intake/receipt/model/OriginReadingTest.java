package baton.intake.receipt.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginReadingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final PersonId KIM = PersonId.of("p-kim");
  private static final PersonId LEE = PersonId.of("p-lee");
  private static final TeamId TEAM = TeamId.of("kent-1");
  private static final TeamId OTHER_TEAM = TeamId.of("kent-2");

  @Test
  void who_posts_has_it_unless_another_is_named() {
    assertThat(own(null).origin()).isEqualTo(Origin.own(KENT, TEAM, KIM));
    assertThat(own(Map.of()).origin()).isEqualTo(Origin.own(KENT, TEAM, KIM));
    assertThat(own(Map.of("person", "p-lee", "team", "kent-2")).origin())
        .isEqualTo(Origin.own(KENT, OTHER_TEAM, LEE));
  }

  @Test
  void nobody_has_it_who_is_in_no_roster_or_team() {
    assertThat(wrong(own(Map.of("person", "p-stranger"))))
        .containsExactly("/custody/person person-not-in-roster");
    assertThat(wrong(own(Map.of("team", "essex-1")))).containsExactly("/custody/team unknown-team");
  }

  @Test
  void what_is_no_custody_is_told() {
    assertThat(wrong(own("p-kim"))).containsExactly("/custody wrong-form");
    assertThat(wrong(own(Map.of("person", 7)))).containsExactly("/custody/person wrong-form");
    assertThat(wrong(own(Map.of("person", "not a person"))))
        .containsExactly("/custody/person wrong-form");
    assertThat(wrong(own(Map.of("post", "desk")))).containsExactly("/custody/post unknown-field");
  }

  @Test
  void a_back_record_keeps_when_it_was_really_received() {
    var said = backRecord();
    said.putAll(
        Map.of("grade", "LOW", "system", "records", "localReference", "46/1", "plan", "kent"));
    assertThat(back(said).origin())
        .isEqualTo(new Origin(KENT, TEAM, LEE, MARCH, Grade.LOW, "records", "46/1", "kent"));
  }

  @Test
  void a_back_record_names_at_least_who_and_since_when() {
    assertThat(wrong(back(null))).containsExactly("/backRecord missing");
    assertThat(wrong(back(Map.of())))
        .containsExactlyInAnyOrder("/backRecord/receivedAt missing", "/backRecord/person missing");
    var without = backRecord();
    without.put("localReference", "46/1");
    assertThat(wrong(back(without))).containsExactly("/backRecord/system missing");
  }

  @Test
  void nothing_was_received_in_the_future() {
    var said = backRecord();
    said.put("receivedAt", "2026-11-21T12:06:00Z");
    assertThat(wrong(back(said))).containsExactly("/backRecord/receivedAt date-in-future");
    said.put("receivedAt", "2026-11-21T12:04:00Z");
    assertThat(back(said).origin().receivedAt()).isEqualTo(NOW);
    said.put("receivedAt", "1 March");
    assertThat(wrong(back(said))).containsExactly("/backRecord/receivedAt wrong-form");
  }

  @Test
  void a_grade_is_a_word_of_the_list() {
    var said = backRecord();
    said.put("grade", "lowish");
    assertThat(wrong(back(said))).containsExactly("/backRecord/grade wrong-form");
  }

  private static Map<String, Object> backRecord() {
    return new HashMap<>(Map.of("receivedAt", MARCH.toString(), "person", "p-lee"));
  }

  private static OriginReading.Read own(Object custody) {
    return OriginReading.own(custody, KIM, new Kent(), NOW);
  }

  private static OriginReading.Read back(Object backRecord) {
    return OriginReading.backRecord(backRecord, new Kent(), NOW);
  }

  private static List<String> wrong(OriginReading.Read read) {
    assertThat(read.origin()).isNull();
    return read.violations().stream().map(v -> v.pointer() + " " + v.code()).toList();
  }

  private record Kent() implements Workforce {
    @Override
    public OrganisationCode organisation() {
      return KENT;
    }

    @Override
    public RosterEntry entry(PersonId person) {
      boolean known = List.of(KIM, LEE).contains(person);
      return new RosterEntry(KENT, person, known, known ? TEAM : null);
    }

    @Override
    public boolean hasTeam(TeamId team) {
      return List.of(TEAM, OTHER_TEAM).contains(team);
    }
  }
}
