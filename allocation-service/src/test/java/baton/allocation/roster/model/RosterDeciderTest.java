package baton.allocation.roster.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.roster.model.Roster.Officer;
import baton.allocation.roster.model.Roster.Team;
import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.EndAbsence;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.allocation.roster.model.RosterCommand.RecordAbsence;
import baton.allocation.roster.model.RosterCommand.SetRota;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.Turn;
import baton.decision.Decision;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterDeciderTest {
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final TeamId POLIT = TeamId.of("kent-polit");
  private static final PersonId SUE = PersonId.of("p-sue");
  private static final PersonId OLA = PersonId.of("p-ola");
  private static final Team LED_BY_SUE = new Team("Online team", SUE, null);
  private static final Officer CONSTABLE = new Officer(POLIT, Rank.CONSTABLE);
  private static final Officer SERGEANT = new Officer(POLIT, Rank.SERGEANT);

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T16:00:00Z");

  private static final RosterEvent FORMED = new TeamFormed(KENT, POLIT, "Online team", SUE, null);
  private static final RosterEvent JOINED = new OfficerJoined(KENT, OLA, POLIT, Rank.CONSTABLE);

  @Test
  void a_team_is_formed_once() {
    var form = new FormTeam(KENT, POLIT, LED_BY_SUE);
    assertThat(decide(form)).isEqualTo(Decision.accept(FORMED));
    assertThat(decide(form, FORMED)).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void another_supervisor_is_a_change_with_the_one_before() {
    assertThat(decide(new FormTeam(KENT, POLIT, new Team("Online team", OLA, SUE)), FORMED))
        .isEqualTo(Decision.accept(new SupervisorChanged(KENT, POLIT, SUE, OLA, null, SUE)));
  }

  @Test
  void an_officer_joins_once_and_then_moves() {
    assertThat(decide(new PlaceOfficer(KENT, OLA, CONSTABLE), FORMED))
        .isEqualTo(Decision.accept(JOINED));
    assertThat(decide(new PlaceOfficer(KENT, OLA, CONSTABLE), FORMED, JOINED))
        .isEqualTo(Decision.nothingToDo());
    assertThat(decide(new PlaceOfficer(KENT, OLA, SERGEANT), FORMED, JOINED))
        .isEqualTo(
            Decision.accept(
                new OfficerMoved(KENT, OLA, POLIT, POLIT, Rank.CONSTABLE, Rank.SERGEANT)));
  }

  @Test
  void nobody_is_in_a_team_that_is_not_there() {
    assertThat(decide(new PlaceOfficer(KENT, OLA, CONSTABLE)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("unknown-team"));
  }

  @Test
  void the_whole_roster_records_only_what_is_different() {
    var whole =
        new AdoptRoster(
            KENT, new Roster(Map.of(POLIT, LED_BY_SUE), Map.of(SUE, SERGEANT, OLA, CONSTABLE)));
    assertThat(decide(whole, FORMED, JOINED))
        .isEqualTo(Decision.accept(new OfficerJoined(KENT, SUE, POLIT, Rank.SERGEANT)));
  }

  @Test
  void who_is_not_in_the_whole_roster_has_left_and_teams_stay() {
    assertThat(decide(new AdoptRoster(KENT, Roster.EMPTY), FORMED, JOINED))
        .isEqualTo(Decision.accept(new OfficerLeft(KENT, OLA)));
  }

  @Test
  void who_left_may_join_again() {
    assertThat(
            decide(
                new PlaceOfficer(KENT, OLA, CONSTABLE), FORMED, JOINED, new OfficerLeft(KENT, OLA)))
        .isEqualTo(Decision.accept(JOINED));
  }

  @Test
  void an_absence_is_recorded_once_and_again_with_another_end() {
    var away = new OfficerUnavailable(KENT, OLA, Absence.LEAVE, MONDAY, null);
    var record = new RecordAbsence(KENT, OLA, new Period(Absence.LEAVE, MONDAY, null));
    assertThat(decide(record, FORMED, JOINED)).isEqualTo(Decision.accept(away));
    assertThat(decide(record, FORMED, JOINED, away)).isEqualTo(Decision.nothingToDo());
    assertThat(
            decide(
                new RecordAbsence(KENT, OLA, new Period(Absence.LEAVE, MONDAY, FRIDAY)),
                FORMED,
                JOINED,
                away))
        .isEqualTo(
            Decision.accept(new OfficerUnavailable(KENT, OLA, Absence.LEAVE, MONDAY, FRIDAY)));
  }

  @Test
  void a_return_is_recorded_where_there_is_something_to_end() {
    var away = new OfficerUnavailable(KENT, OLA, Absence.LEAVE, MONDAY, null);
    var back = new OfficerReturned(KENT, OLA, FRIDAY);
    assertThat(decide(new EndAbsence(KENT, OLA, FRIDAY), FORMED, JOINED, away))
        .isEqualTo(Decision.accept(back));
    assertThat(decide(new EndAbsence(KENT, OLA, FRIDAY), FORMED, JOINED, away, back))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void an_absence_that_the_whole_roster_does_not_have_is_taken_out_and_the_others_stay() {
    var leave = new OfficerUnavailable(KENT, OLA, Absence.LEAVE, MONDAY, FRIDAY);
    var later = new OfficerUnavailable(KENT, OLA, Absence.OTHER, FRIDAY, null);
    var presence =
        new Presence(
            Map.of(OLA, List.of(new Period(Absence.OTHER, FRIDAY, null))), Map.of(), List.of());
    var whole = new AdoptRoster(KENT, new Roster(Map.of(), Map.of(OLA, CONSTABLE), presence));
    assertThat(decide(whole, FORMED, JOINED, leave, later))
        .isEqualTo(Decision.accept(new OfficerReturned(KENT, OLA, MONDAY), later));
  }

  @Test
  void a_rota_is_recorded_where_it_is_another_one() {
    var turns = List.of(new Turn(OLA, MONDAY, FRIDAY, false));
    var rota = new DutyRotaSet(KENT, POLIT, turns);
    assertThat(decide(new SetRota(KENT, POLIT, turns), FORMED, JOINED))
        .isEqualTo(Decision.accept(rota));
    assertThat(decide(new SetRota(KENT, POLIT, turns), FORMED, JOINED, rota))
        .isEqualTo(Decision.nothingToDo());
    assertThat(decide(new SetRota(KENT, null, List.of()), FORMED, JOINED, rota))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void nobody_is_away_or_on_duty_who_is_not_in_the_roster() {
    assertThat(
            List.of(
                decide(new RecordAbsence(KENT, OLA, new Period(Absence.LEAVE, MONDAY, null))),
                decide(new EndAbsence(KENT, OLA, MONDAY)),
                decide(
                    new SetRota(KENT, POLIT, List.of(new Turn(OLA, MONDAY, FRIDAY, false))),
                    FORMED)))
        .allSatisfy(
            decision ->
                assertThat(decision)
                    .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused ->
                            assertThat(refused.refusal().code())
                                .isEqualTo("person-not-in-roster")));
  }

  private static Decision decide(RosterCommand command, RosterEvent... events) {
    Roster roster = Roster.EMPTY;
    for (RosterEvent event : events) roster = Roster.evolve(roster, event);
    return RosterDecider.decide(command, roster);
  }
}
