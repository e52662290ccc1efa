package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.OLA;
import static baton.allocation.casework.model.CaseFixture.POLIT;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.acceptDissemination;
import static baton.allocation.casework.model.CaseFixture.acted;
import static baton.allocation.casework.model.CaseFixture.declineDissemination;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminateUrgent;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.disseminationAccepted;
import static baton.allocation.casework.model.CaseFixture.disseminationDeclined;
import static baton.allocation.casework.model.CaseFixture.note;
import static baton.allocation.casework.model.CaseFixture.noted;
import static baton.allocation.casework.model.CaseFixture.open;
import static baton.allocation.casework.model.CaseFixture.opened;
import static baton.allocation.casework.model.CaseFixture.withKent;
import static baton.allocation.casework.model.CaseFixture.withOla;
import static baton.allocation.casework.model.CaseFixture.withdraw;
import static baton.allocation.casework.model.CaseFixture.withdrawn;
import static baton.allocation.casework.model.Told.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.casework.model.CaseCommand.Unit;
import baton.contract.OrganisationCode;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.decision.RosterEntry;
import org.junit.jupiter.api.Test;

/** From the receipt until a force has it. */
class DisseminationTest {

  @Test
  void a_case_is_opened_once() {
    assertThat(after().decide(open())).isEqualTo(Decision.accept(opened()));
    assertThat(after(opened()).decide(open())).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void a_command_before_the_receipt_is_read_is_to_be_sent_again() {
    assertThat(after().refusal(disseminate(KENT)).kind()).isEqualTo(Refusal.Kind.NOT_READ_YET);
  }

  @Test
  void each_force_that_is_determined_is_noted_once() {
    assertThat(after(opened()).decide(note(KENT))).isEqualTo(Decision.accept(noted(KENT)));
    assertThat(after(opened(), noted(KENT)).decide(note(KENT))).isEqualTo(Decision.nothingToDo());
    assertThat(after(opened(), noted(KENT)).decide(note(ESSEX)))
        .isEqualTo(Decision.accept(noted(ESSEX)));
    assertThat(after(withOla()).decide(note(KENT))).isEqualTo(Decision.accept(noted(KENT)));
  }

  @Test
  void an_urgent_referral_goes_to_its_force_with_nobodys_decision() {
    assertThat(after(opened(), noted(KENT)).decide(disseminateUrgent()))
        .isEqualTo(Decision.accept(disseminated(1, KENT, true)));
  }

  @Test
  void an_urgent_referral_without_a_force_waits() {
    assertThat(after(opened()).decide(disseminateUrgent())).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void what_was_disseminated_before_is_not_sent_by_itself_again() {
    assertThat(
            after(opened(), noted(KENT), disseminated(1, KENT), disseminationDeclined(1))
                .decide(disseminateUrgent()))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void disseminations_are_numbered_and_a_further_one_replaces_the_open_one() {
    var toEssex = after(opened(), disseminated(1, KENT)).decide(disseminate(ESSEX));
    assertThat(toEssex).isEqualTo(Decision.accept(disseminated(2, ESSEX)));
    assertThat(
            after(opened(), disseminated(1, KENT), disseminated(2, ESSEX))
                .refusal(acceptDissemination(1))
                .detail())
        .contains("replaced");
  }

  @Test
  void the_same_dissemination_again_changes_nothing() {
    assertThat(after(opened(), disseminated(1, KENT)).decide(disseminate(KENT)))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void the_force_that_declined_can_be_asked_again() {
    assertThat(
            after(opened(), disseminated(1, KENT), disseminationDeclined(1))
                .decide(disseminate(KENT)))
        .isEqualTo(Decision.accept(disseminated(2, KENT)));
  }

  @Test
  void the_force_accepts_by_a_named_person_once() {
    assertThat(after(opened(), disseminated(1, KENT)).decide(acceptDissemination(1)))
        .isEqualTo(Decision.accept(disseminationAccepted(1)));
    assertThat(after(withKent()).decide(acceptDissemination(1))).isEqualTo(Decision.nothingToDo());
    assertThat(after(withOla()).decide(acceptDissemination(1))).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void a_second_person_of_the_force_cannot_accept_as_well() {
    assertThat(after(withKent()).refusal(acceptDissemination(1, KENT, OLA)).code())
        .isEqualTo("offer-closed");
  }

  @Test
  void who_takes_it_is_in_the_roster_and_the_team_is_the_forces() {
    var offered = after(opened(), disseminated(1, KENT));
    var stranger = new RosterEntry(KENT, OLA, false, null);
    assertThat(offered.refusal(acceptDissemination(1, stranger, null)).code())
        .isEqualTo("person-not-in-roster");
    var ola = new RosterEntry(KENT, OLA, true, POLIT);
    assertThat(offered.refusal(acceptDissemination(1, ola, new Unit(POLIT, false))).code())
        .isEqualTo("unknown-team");
  }

  @Test
  void another_force_does_not_learn_whether_its_roster_would_do() {
    var stranger = new RosterEntry(ESSEX, OLA, false, null);
    assertThat(
            after(opened(), disseminated(1, KENT))
                .refusal(acceptDissemination(1, stranger, null))
                .kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void another_force_does_not_find_it() {
    assertThat(
            after(opened(), disseminated(1, KENT))
                .refusal(acceptDissemination(1, ESSEX, SUE))
                .kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(after(withKent()).refusal(declineDissemination(1, ESSEX)).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void the_nca_cannot_accept_for_the_force() {
    assertThat(
            after(opened(), disseminated(1, KENT))
                .refusal(acceptDissemination(1, OrganisationCode.NCA, SUE))
                .code())
        .isEqualTo("not-offered-to-you");
  }

  @Test
  void a_dissemination_that_never_was_is_not_found() {
    assertThat(after(opened(), disseminated(1, KENT)).refusal(acceptDissemination(2)).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
    for (int number : new int[] {-1, 0, 1})
      assertThat(after(opened()).refusal(withdraw(number)).kind())
          .as("number %d", number)
          .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void a_decline_closes_the_offer_once_and_leaves_it_with_the_nca() {
    var declined = after(opened(), disseminated(1, KENT), disseminationDeclined(1));
    assertThat(after(opened(), disseminated(1, KENT)).decide(declineDissemination(1, KENT)))
        .isEqualTo(Decision.accept(disseminationDeclined(1)));
    assertThat(declined.state()).isInstanceOf(Case.AtNca.class);
    assertThat(declined.decide(declineDissemination(1, KENT))).isEqualTo(Decision.nothingToDo());
    assertThat(declined.refusal(acceptDissemination(1)).code()).isEqualTo("offer-closed");
  }

  @Test
  void a_withdrawal_closes_the_offer_once() {
    var taken = after(opened(), disseminated(1, KENT), withdrawn(1));
    assertThat(after(opened(), disseminated(1, KENT)).decide(withdraw(1)))
        .isEqualTo(Decision.accept(withdrawn(1)));
    assertThat(taken.decide(withdraw(1))).isEqualTo(Decision.nothingToDo());
    assertThat(taken.refusal(acceptDissemination(1)).code()).isEqualTo("offer-closed");
    assertThat(taken.refusal(declineDissemination(1, KENT)).code()).isEqualTo("offer-closed");
  }

  @Test
  void what_a_force_accepted_is_neither_withdrawn_nor_declined_nor_sent_elsewhere() {
    assertThat(after(withKent()).refusal(withdraw(1)).code()).isEqualTo("force-has-accepted");
    assertThat(after(withKent()).refusal(disseminate(ESSEX)).code())
        .isEqualTo("force-has-accepted");
    assertThat(after(withKent()).refusal(declineDissemination(1, KENT)).code())
        .isEqualTo("offer-closed");
  }

  @Test
  void a_stream_with_an_impossible_step_is_not_folded() {
    assertThatThrownBy(() -> after(noted(KENT))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> after(opened()).and(acted(SUE)))
        .isInstanceOf(IllegalStateException.class);
  }
}
