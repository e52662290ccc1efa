package baton.decision;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry.Missing;
import baton.decision.RosterEntry.Why;
import baton.roster.Cover;
import org.junit.jupiter.api.Test;

class RosterEntryTest {
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final PersonId OFFICER = new PersonId("p-1");
  private static final TeamId POLIT = new TeamId("kent-polit");
  private static final Cover DEPUTY = Cover.person(KENT, POLIT, new PersonId("p-3"));

  @Test
  void something_may_be_handed_to_who_is_there() {
    assertThat(new RosterEntry(KENT, OFFICER, true, POLIT).refusal()).isEmpty();
  }

  @Test
  void who_is_not_in_the_roster_is_handed_nothing() {
    assertThat(new RosterEntry(KENT, OFFICER, false, null).refusal())
        .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo("person-not-in-roster"));
  }

  @Test
  void who_is_away_is_handed_nothing_and_who_covers_is_named_and_what_to_do_if_it_is_wrong() {
    assertThat(missing(Why.AWAY).detail())
        .contains("p-1 of 46 is recorded as absent", "p-3 of 46", "DELETE /officers");
  }

  @Test
  void each_reason_has_a_code_of_its_own() {
    assertThat(missing(Why.AWAY).code()).isEqualTo("person-away");
    assertThat(missing(Why.SUSPENDED).code()).isEqualTo("person-suspended");
    assertThat(missing(Why.LEFT).code()).isEqualTo("person-has-left");
  }

  @Test
  void where_no_person_covers_the_post_is_named() {
    var entry =
        new RosterEntry(
            KENT, OFFICER, false, null, new Missing(Why.LEFT, Cover.post(KENT, "duty-inspector")));
    assertThat(entry.refusal().orElseThrow().detail()).contains("duty-inspector of 46");
  }

  private static Refusal missing(Why why) {
    return new RosterEntry(KENT, OFFICER, true, POLIT, new Missing(why, DEPUTY))
        .refusal()
        .orElseThrow();
  }
}
