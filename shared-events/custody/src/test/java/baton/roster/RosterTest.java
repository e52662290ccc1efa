package baton.roster;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RevertReason;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.contract.allocation.Turn;
import baton.contract.escalation.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final OrganisationCode ESSEX = new OrganisationCode("42");
  private static final OrganisationCode UNIT = new OrganisationCode("eastern-unit");
  private static final TeamId POLIT = new TeamId("kent-polit");
  private static final TeamId COMMAND = new TeamId("kent-command");
  private static final PersonId OFFICER = new PersonId("p-1");
  private static final PersonId SERGEANT = new PersonId("p-2");
  private static final PersonId DEPUTY = new PersonId("p-3");
  private static final PersonId INSPECTOR = new PersonId("p-4");
  private static final PersonId CHIEF = new PersonId("p-5");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Roster roster = new Roster();

  RosterTest() {
    roster.apply(new TeamFormed(KENT, POLIT, "Kent POLIT", SERGEANT, DEPUTY));
    roster.apply(new TeamFormed(KENT, COMMAND, "Kent command", CHIEF, null));
    roster.apply(new OfficerJoined(KENT, OFFICER, POLIT, Rank.CONSTABLE));
    roster.apply(new OfficerJoined(KENT, DEPUTY, POLIT, Rank.CONSTABLE));
    roster.apply(new OfficerJoined(KENT, SERGEANT, COMMAND, Rank.SERGEANT));
    roster.apply(new OfficerJoined(KENT, INSPECTOR, COMMAND, Rank.INSPECTOR));
    roster.apply(new OfficerJoined(KENT, CHIEF, COMMAND, Rank.CHIEF_INSPECTOR));
  }

  @Test
  void the_supervisor_is_that_of_the_team_that_holds_it() {
    assertThat(supervisorOf(POLIT, OFFICER)).isEqualTo(Cover.person(KENT, POLIT, SERGEANT));
  }

  @Test
  void without_a_team_it_is_that_of_the_persons_own() {
    assertThat(supervisorOf(null, OFFICER).person()).isEqualTo(SERGEANT);
  }

  @Test
  void the_deputy_supervises_what_the_supervisor_holds_or_cannot_look_after() {
    assertThat(supervisorOf(POLIT, SERGEANT).person()).isEqualTo(DEPUTY);

    away(SERGEANT, Absence.LEAVE, NOON, null);
    assertThat(supervisorOf(POLIT, OFFICER).person()).isEqualTo(DEPUTY);
  }

  @Test
  void changes_count_from_then_on() {
    roster.apply(new SupervisorChanged(KENT, POLIT, SERGEANT, new PersonId("p-9"), DEPUTY, null));
    assertThat(supervisorOf(POLIT, OFFICER).person()).isEqualTo(new PersonId("p-9"));

    roster.apply(new OfficerMoved(KENT, OFFICER, POLIT, COMMAND, Rank.CONSTABLE, Rank.CONSTABLE));
    assertThat(supervisorOf(null, OFFICER).person()).isEqualTo(CHIEF);
  }

  @Test
  void of_a_post_whoever_leads_the_team_of_that_name_answers() {
    roster.apply(
        new TeamFormed(OrganisationCode.NCA, new TeamId(Post.REFERRALS_DESK), "Desk", CHIEF, null));

    assertThat(roster.supervisorOf(desk(), NOON))
        .isEqualTo(Cover.person(OrganisationCode.NCA, null, CHIEF));
  }

  @Test
  void where_the_roster_knows_nobody_the_post_alone_is_named() {
    assertThat(new Roster().supervisorOf(desk(), NOON)).isEqualTo(desk());
    assertThat(roster.supervisorOf(Cover.person(ESSEX, POLIT, OFFICER), NOON))
        .isEqualTo(Cover.post(ESSEX, Post.DUTY_INSPECTOR));
    assertThat(roster.supervisorOf(Cover.post(KENT, "no team: can be called this"), NOON))
        .isEqualTo(Cover.post(KENT, Post.DUTY_INSPECTOR));
  }

  @Test
  void the_deputy_covers_then_the_supervisor_then_who_is_above_then_who_is_on_duty() {
    var onDuty = new PersonId("p-7");
    roster.apply(new DutyRotaSet(KENT, POLIT, List.of(turn(onDuty, false))));

    assertThat(cover(OFFICER)).isEqualTo(Cover.person(KENT, POLIT, DEPUTY));
    away(DEPUTY, Absence.SICKNESS, NOON, null);
    assertThat(cover(OFFICER)).isEqualTo(Cover.person(KENT, POLIT, SERGEANT));
    roster.apply(new OfficerLeft(KENT, SERGEANT));
    roster.apply(new OfficerJoined(KENT, SERGEANT, COMMAND, Rank.SERGEANT));
    away(SERGEANT, Absence.SUSPENDED, NOON, null);
    assertThat(cover(OFFICER)).isEqualTo(Cover.person(KENT, COMMAND, CHIEF));
    away(CHIEF, Absence.LEAVE, NOON, null);
    assertThat(cover(OFFICER)).isEqualTo(Cover.person(KENT, POLIT, onDuty));
    roster.apply(new OfficerLeft(KENT, onDuty));
    assertThat(cover(OFFICER)).isEqualTo(Cover.post(KENT, Post.DUTY_INSPECTOR));
    roster.apply(new DutyRotaSet(KENT, null, List.of(turn(INSPECTOR, true))));
    assertThat(cover(OFFICER)).isEqualTo(Cover.person(KENT, COMMAND, INSPECTOR));
  }

  @Test
  void teams_that_lead_each_other_end_at_the_post() {
    roster.apply(new TeamFormed(KENT, COMMAND, "Kent command", OFFICER, null));
    away(SERGEANT, Absence.LEAVE, NOON, null);
    away(DEPUTY, Absence.LEAVE, NOON, null);

    assertThat(cover(OFFICER)).isEqualTo(Cover.post(KENT, Post.DUTY_INSPECTOR));
  }

  @Test
  void on_duty_is_who_has_a_turn_then_at_the_desk_before_on_call() {
    roster.apply(new DutyRotaSet(KENT, POLIT, List.of(turn(DEPUTY, true), turn(OFFICER, false))));

    assertThat(roster.onDuty(KENT, POLIT, NOON)).containsExactly(OFFICER, DEPUTY);
    assertThat(roster.onDuty(KENT, POLIT, NOON.plus(Duration.ofHours(8)))).isEmpty();
    away(OFFICER, Absence.SICKNESS, NOON, null);
    assertThat(roster.onDuty(KENT, POLIT, NOON)).containsExactly(DEPUTY);
  }

  @Test
  void a_team_is_offered_something_through_who_is_on_duty_else_the_duty_inspector() {
    assertThat(roster.takesFor(KENT, POLIT, NOON)).isEmpty();
    roster.apply(new DutyRotaSet(KENT, null, List.of(turn(INSPECTOR, true))));
    assertThat(roster.takesFor(KENT, POLIT, NOON)).contains(INSPECTOR);
    roster.apply(new DutyRotaSet(KENT, POLIT, List.of(turn(DEPUTY, true), turn(OFFICER, false))));
    assertThat(roster.takesFor(KENT, POLIT, NOON)).contains(OFFICER);
  }

  @Test
  void an_absence_counts_from_its_beginning_to_before_its_end() {
    Instant until = NOON.plus(Duration.ofDays(2));
    away(OFFICER, Absence.LEAVE, NOON, until);

    assertThat(roster.active(KENT, OFFICER, NOON.minusMillis(1))).isTrue();
    assertThat(roster.active(KENT, OFFICER, NOON)).isFalse();
    assertThat(roster.absent(KENT, OFFICER, NOON)).contains(new Away(false, NOON, until));
    assertThat(roster.active(KENT, OFFICER, until)).isTrue();
  }

  @Test
  void leave_right_after_sickness_is_one_absence_and_a_day_between_makes_it_two() {
    Instant second = NOON.plus(Duration.ofDays(2));
    Instant third = NOON.plus(Duration.ofDays(5));
    away(OFFICER, Absence.LEAVE, second, third);
    away(OFFICER, Absence.SICKNESS, NOON, second);
    away(OFFICER, Absence.OTHER, third.plus(Duration.ofDays(1)), null);

    assertThat(roster.absent(KENT, OFFICER, second)).contains(new Away(false, NOON, third));
    assertThat(roster.absent(KENT, OFFICER, third)).isEmpty();
    assertThat(roster.absent(KENT, OFFICER, third.plus(Duration.ofDays(9))))
        .contains(new Away(false, third.plus(Duration.ofDays(1)), null));
  }

  @Test
  void a_suspension_is_not_ended_by_leave_that_was_booked_but_by_the_return() {
    away(OFFICER, Absence.SUSPENDED, NOON, null);
    away(OFFICER, Absence.LEAVE, NOON, NOON.plus(Duration.ofDays(1)));
    Instant later = NOON.plus(Duration.ofDays(3));

    assertThat(roster.absent(KENT, OFFICER, later)).contains(new Away(true, NOON, null));
    roster.apply(new OfficerReturned(KENT, OFFICER, later));
    assertThat(roster.active(KENT, OFFICER, later)).isTrue();
    assertThat(roster.absent(KENT, OFFICER, NOON)).contains(new Away(true, NOON, later));
  }

  @Test
  void the_same_absence_told_again_has_another_end() {
    away(OFFICER, Absence.LEAVE, NOON, NOON.plus(Duration.ofDays(20)));
    away(OFFICER, Absence.LEAVE, NOON, NOON.plus(Duration.ofDays(1)));

    assertThat(roster.active(KENT, OFFICER, NOON.plus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void who_left_is_not_active_until_he_or_she_joins_again() {
    roster.apply(new OfficerLeft(KENT, OFFICER));
    assertThat(roster.left(KENT, OFFICER)).isTrue();
    assertThat(roster.active(KENT, OFFICER, NOON)).isFalse();
    assertThat(roster.coverOf(KENT, null, OFFICER, NOON).person()).isEqualTo(DEPUTY);

    roster.apply(new OfficerJoined(KENT, OFFICER, POLIT, Rank.CONSTABLE));
    assertThat(roster.left(KENT, OFFICER)).isFalse();
    assertThat(roster.active(KENT, OFFICER, NOON)).isTrue();
  }

  @Test
  void each_rung_is_somebody_who_is_there_or_a_post() {
    assertThat(rung(Rung.CUSTODIAN)).isEqualTo(Cover.person(KENT, POLIT, OFFICER));
    assertThat(rung(Rung.SERGEANT).person()).isEqualTo(SERGEANT);
    assertThat(rung(Rung.INSPECTOR).person()).isEqualTo(INSPECTOR);
    assertThat(rung(Rung.HEAD_OF_UNIT).person()).isEqualTo(CHIEF);
    assertThat(rung(Rung.CHIEF_OFFICER)).isEqualTo(Cover.post(KENT, Post.CHIEF_OFFICER));

    List.of(SERGEANT, INSPECTOR, CHIEF).forEach(who -> away(who, Absence.LEAVE, NOON, null));
    roster.apply(new DutyRotaSet(KENT, POLIT, List.of(turn(DEPUTY, false))));
    var superintendent = new PersonId("p-8");
    roster.apply(new OfficerJoined(KENT, superintendent, null, Rank.SUPERINTENDENT));
    assertThat(rung(Rung.SERGEANT).person()).isEqualTo(DEPUTY);
    assertThat(rung(Rung.INSPECTOR)).isEqualTo(Cover.post(KENT, Post.DUTY_INSPECTOR));
    assertThat(rung(Rung.HEAD_OF_UNIT).person()).isEqualTo(superintendent);
  }

  @Test
  void a_joint_unit_acts_for_the_forces_that_formed_it() {
    roster.apply(new JointUnitFormed(UNIT, List.of(KENT, ESSEX)));

    assertThat(roster.coversForce(UNIT, ESSEX)).isTrue();
    assertThat(roster.coversForce(KENT, KENT)).isTrue();
    assertThat(roster.coversForce(KENT, ESSEX)).isFalse();
    roster.apply(new JointUnitFormed(UNIT, List.of(KENT)));
    assertThat(roster.coversForce(UNIT, ESSEX)).isFalse();
  }

  @Test
  void what_a_force_has_in_the_hands_of_a_joint_unit_is_covered_by_the_unit() {
    var unitTeam = new TeamId("unit-team");
    var unitOfficer = new PersonId("p-u1");
    var unitLead = new PersonId("p-u2");
    roster.apply(new JointUnitFormed(UNIT, List.of(KENT, ESSEX)));
    roster.apply(new TeamFormed(UNIT, unitTeam, "Unit", unitLead, null));
    roster.apply(new OfficerJoined(UNIT, unitOfficer, unitTeam, Rank.CONSTABLE));

    assertThat(roster.coverOf(ESSEX, unitTeam, unitOfficer, NOON))
        .isEqualTo(Cover.person(ESSEX, unitTeam, unitLead));
    assertThat(roster.missing(ESSEX, unitOfficer, NOON)).isFalse();
    roster.apply(new OfficerLeft(UNIT, unitOfficer));
    assertThat(roster.missing(ESSEX, unitOfficer, NOON)).isTrue();
    assertThat(roster.missing(NOON).get(ESSEX)).containsExactly(unitOfficer);
    assertThat(reverts(ESSEX, unitOfficer, NOON)).contains(RevertReason.LEFT);
  }

  @Test
  void what_somebody_has_reverts_at_once_who_is_suspended_or_has_left() {
    assertThat(reverts(KENT, OFFICER, NOON)).isEmpty();
    away(OFFICER, Absence.SUSPENDED, NOON, NOON.plus(Duration.ofDays(1)));
    assertThat(reverts(KENT, OFFICER, NOON)).contains(RevertReason.SUSPENDED);
    assertThat(reverts(KENT, OFFICER, NOON.minusSeconds(1))).isEmpty();

    roster.apply(new OfficerLeft(KENT, DEPUTY));
    assertThat(reverts(KENT, DEPUTY, NOON)).contains(RevertReason.LEFT);
  }

  @Test
  void an_absence_reverts_as_soon_as_it_is_known_to_be_too_long() {
    away(OFFICER, Absence.LEAVE, NOON, NOON.plus(Duration.ofDays(14)));
    assertThat(reverts(KENT, OFFICER, NOON.plus(Duration.ofDays(13)))).isEmpty();

    away(OFFICER, Absence.LEAVE, NOON, NOON.plus(Duration.ofDays(15)));
    assertThat(reverts(KENT, OFFICER, NOON)).contains(RevertReason.LONG_ABSENCE);
    assertThat(reverts(KENT, OFFICER, NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void an_absence_whose_end_nobody_knows_reverts_when_it_has_become_too_long() {
    away(OFFICER, Absence.SICKNESS, NOON, null);
    Instant fourteenth = NOON.plus(Duration.ofDays(14));

    assertThat(reverts(KENT, OFFICER, fourteenth.minusSeconds(1))).isEmpty();
    assertThat(reverts(KENT, OFFICER, fourteenth)).contains(RevertReason.LONG_ABSENCE);
  }

  @Test
  void the_tie_breaker_of_a_pair_is_the_same_from_both_sides_and_is_covered_while_away() {
    assertThat(roster.tieBreaker(KENT, ESSEX, NOON))
        .isEqualTo(Cover.post(OrganisationCode.NCA, Post.TIE_BREAKER));

    roster.apply(new TieBreakerNamed(KENT, ESSEX, KENT, CHIEF));
    assertThat(roster.tieBreaker(ESSEX, KENT, NOON)).isEqualTo(Cover.person(KENT, COMMAND, CHIEF));
    away(CHIEF, Absence.SICKNESS, NOON, null);
    assertThat(roster.tieBreaker(KENT, ESSEX, NOON))
        .isEqualTo(Cover.post(KENT, Post.DUTY_INSPECTOR));
    assertThat(roster.tieBreaker(KENT, KENT, NOON).organisation()).isEqualTo(OrganisationCode.NCA);
  }

  private Optional<RevertReason> reverts(
      OrganisationCode organisation, PersonId person, Instant at) {
    return roster.reverts(organisation, person, at, Duration.ofDays(14));
  }

  private Cover supervisorOf(TeamId team, PersonId person) {
    return roster.supervisorOf(Cover.person(KENT, team, person), NOON);
  }

  private Cover cover(PersonId person) {
    return roster.coverOf(KENT, POLIT, person, NOON);
  }

  private Cover rung(Rung rung) {
    return roster.rungHolder(rung, Cover.person(KENT, POLIT, OFFICER), NOON);
  }

  private void away(PersonId person, Absence absence, Instant from, Instant until) {
    roster.apply(new OfficerUnavailable(KENT, person, absence, from, until));
  }

  private static Cover desk() {
    return Cover.post(OrganisationCode.NCA, Post.REFERRALS_DESK);
  }

  private static Turn turn(PersonId person, boolean onCall) {
    return new Turn(person, NOON, NOON.plus(Duration.ofHours(8)), onCall);
  }
}
