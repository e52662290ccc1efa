package baton.escalation.roster.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.Rank;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final TeamId POLIT = new TeamId("kent-polit");
  private static final TeamId MASH = new TeamId("kent-mash");
  private static final PersonId OFFICER = new PersonId("p-1");
  private static final PersonId SERGEANT = new PersonId("p-2");
  private static final PersonId DEPUTY = new PersonId("p-3");

  private final Roster roster = new Roster();

  RosterTest() {
    roster.apply(new TeamFormed(KENT, POLIT, "Kent POLIT", SERGEANT, DEPUTY));
    roster.apply(new OfficerJoined(KENT, OFFICER, POLIT, Rank.CONSTABLE));
  }

  @Test
  void the_supervisor_is_that_of_the_team_that_holds_it() {
    assertThat(roster.supervisorOf(KENT, POLIT, OFFICER)).contains(SERGEANT);
  }

  @Test
  void without_a_team_it_is_that_of_the_persons_own() {
    assertThat(roster.supervisorOf(KENT, null, OFFICER)).contains(SERGEANT);
  }

  @Test
  void the_deputy_supervises_what_the_supervisor_holds() {
    assertThat(roster.supervisorOf(KENT, POLIT, SERGEANT)).contains(DEPUTY);
  }

  @Test
  void changes_count_from_then_on() {
    roster.apply(new SupervisorChanged(KENT, POLIT, SERGEANT, new PersonId("p-9"), DEPUTY, null));
    assertThat(roster.supervisorOf(KENT, POLIT, OFFICER)).contains(new PersonId("p-9"));

    roster.apply(new TeamFormed(KENT, MASH, "Kent MASH", DEPUTY, null));
    roster.apply(new OfficerMoved(KENT, OFFICER, POLIT, MASH, Rank.CONSTABLE, Rank.CONSTABLE));
    assertThat(roster.supervisorOf(KENT, null, OFFICER)).contains(DEPUTY);
  }

  @Test
  void nobody_is_named_for_whom_the_roster_does_not_know() {
    roster.apply(new OfficerLeft(KENT, OFFICER));

    assertThat(roster.supervisorOf(KENT, null, OFFICER)).isEmpty();
    assertThat(roster.supervisorOf(new OrganisationCode("47"), POLIT, OFFICER)).isEmpty();
    assertThat(new Roster().supervisorOf(OrganisationCode.NCA, null, null)).isEmpty();
  }
}
