package baton.escalation.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.AdoptionEvent;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.Rung;
import baton.contract.escalation.TimescalesAdopted;
import baton.decision.Decision;
import baton.decision.Decision.Accepted;
import baton.decision.Decision.Refused;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import baton.policy.Ladder;
import baton.policy.Limit;
import baton.policy.Timescales;
import baton.policy.Timescales.Limits;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyDeciderTest {
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));

  @Test
  void a_table_is_adopted_as_it_is_written() {
    var adopted = (TimescalesAdopted) only(adopt(Adopted.NOTHING, "kent-1", SOON, "P14D"));
    assertThat(adopted.effectiveFrom()).isEqualTo(SOON);
    assertThat(adopted.limits().get(ClockName.ENFORCEMENT_ACTION).low()).isEqualTo("P14D");
  }

  @Test
  void the_same_again_is_nothing_and_the_same_name_for_another_is_refused() {
    Adopted state = after(adopt(Adopted.NOTHING, "kent-1", SOON, "P14D"));
    assertThat(adopt(state, "kent-1", SOON, "P14D")).isEqualTo(Decision.nothingToDo());
    assertThat(adopt(state, "kent-1", null, "P14D")).isEqualTo(Decision.nothingToDo());
    assertThat(refusal(adopt(state, "kent-1", SOON, "P13D"))).isEqualTo("version-taken");
    assertThat(refusal(adopt(state, "kent-1", SOON.plusSeconds(1), "P14D")))
        .isEqualTo("version-taken");
  }

  @Test
  void a_change_counts_from_ten_minutes_on_at_the_earliest() {
    assertThat(refusal(adopt(Adopted.NOTHING, "kent-1", SOON.minusMillis(1), "P14D")))
        .isEqualTo("effective-too-soon");
    var asSoonAsPossible = (TimescalesAdopted) only(adopt(Adopted.NOTHING, "kent-1", null, "P14D"));
    assertThat(asSoonAsPossible.effectiveFrom()).isEqualTo(SOON);
  }

  @Test
  void batons_first_defaults_have_counted_ever_since() {
    var command =
        new AdoptTimescales(
            OrganisationCode.BATON, null, null, "defaults", Defaults.part().timescales());
    var adopted = (TimescalesAdopted) only(PolicyDecider.decide(command, Adopted.NOTHING, NOW));
    assertThat(adopted.effectiveFrom()).isEqualTo(Instant.EPOCH);
    assertThat(PolicyDecider.decide(command, Adopted.evolve(Adopted.NOTHING, adopted), NOW))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void names_of_batons_own_versions_are_batons() {
    assertThat(refusal(adopt(Adopted.NOTHING, "baton-defaults-1", SOON, "P14D")))
        .isEqualTo("version-reserved");
  }

  @Test
  void a_ladder_has_versions_of_its_own() {
    Adopted state = after(adopt(Adopted.NOTHING, "kent-1", SOON, "P14D"));
    var ladder = new Ladder("kent-1", Map.of(Rung.SERGEANT, Duration.ofHours(2)), null);
    var command = new AdoptLadder(KENT, SOON, new PersonId("p-1"), "a test", ladder);
    var adopted = (LadderAdopted) only(PolicyDecider.decide(command, state, NOW));
    assertThat(adopted.rungs()).isEqualTo(Map.of(Rung.SERGEANT, "PT2H"));
    assertThat(adopted.acknowledgementLasts()).isEqualTo("PT24H");
    assertThat(PolicyDecider.decide(command, Adopted.evolve(state, adopted), NOW))
        .isEqualTo(Decision.nothingToDo());
  }

  private static Decision adopt(Adopted state, String version, Instant from, String limit) {
    var table =
        new Timescales(
            version, Map.of(ClockName.ENFORCEMENT_ACTION, Limits.always(Limit.parse(limit))));
    return PolicyDecider.decide(
        new AdoptTimescales(KENT, from, new PersonId("p-1"), "a test", table), state, NOW);
  }

  private static Adopted after(Decision decision) {
    return Adopted.evolve(Adopted.NOTHING, (AdoptionEvent) only(decision));
  }

  private static BatonEvent only(Decision decision) {
    return ((Accepted) decision).events().getFirst();
  }

  private static String refusal(Decision decision) {
    return ((Refused) decision).refusal().code();
  }
}
