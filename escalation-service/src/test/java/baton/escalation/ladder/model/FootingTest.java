package baton.escalation.ladder.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.PersonId;
import baton.contract.escalation.Rung;
import baton.policy.Ladder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FootingTest {
  private static final PersonId ONE = new PersonId("p-2001");
  private static final PersonId OTHER = new PersonId("p-2002");

  @Test
  void it_climbs_from_the_rung_that_was_told_and_from_no_other() {
    Footing sergeant = Footing.RAISED.climbed(Rung.SERGEANT);

    assertThat(sergeant.mayClimbFrom(Rung.SERGEANT)).isTrue();
    assertThat(sergeant.mayClimbFrom(Rung.CUSTODIAN)).isFalse();
    assertThat(sergeant.climbed(Rung.CHIEF_OFFICER).mayClimbFrom(Rung.CHIEF_OFFICER)).isFalse();
  }

  @Test
  void somebodys_word_stops_it_until_it_expires() {
    Footing acknowledged = Footing.RAISED.acknowledged(ONE);

    assertThat(acknowledged.mayClimbFrom(Rung.CUSTODIAN)).isFalse();
    assertThat(acknowledged.expired().mayClimbFrom(Rung.CUSTODIAN)).isTrue();
  }

  @Test
  void of_two_the_one_recorded_later_counts_and_one_expiry_ends_both() {
    Footing both = Footing.RAISED.acknowledged(ONE).acknowledged(OTHER).acknowledged(ONE);

    assertThat(both.inForce()).isEqualTo(OTHER);
    assertThat(both.expired().acknowledged()).isFalse();
  }

  @Test
  void only_the_top_rung_has_no_limit() {
    var ladder =
        new Ladder("test", Map.of(Rung.SERGEANT, Duration.ofHours(8)), Duration.ofHours(24));

    assertThat(Rungs.limitAt(ladder, Rung.CHIEF_OFFICER, Instant.EPOCH)).isNull();
    assertThat(Rungs.limitAt(ladder, Rung.SERGEANT, Instant.EPOCH))
        .isEqualTo(Instant.EPOCH.plus(Duration.ofHours(8)));
  }
}
