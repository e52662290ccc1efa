package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.NOW;
import static baton.allocation.casework.model.CaseFixture.OLA;
import static baton.allocation.casework.model.CaseFixture.OMAR;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.acceptAllocation;
import static baton.allocation.casework.model.CaseFixture.act;
import static baton.allocation.casework.model.CaseFixture.acted;
import static baton.allocation.casework.model.CaseFixture.allocate;
import static baton.allocation.casework.model.CaseFixture.allocated;
import static baton.allocation.casework.model.CaseFixture.allocationAccepted;
import static baton.allocation.casework.model.CaseFixture.allocationDeclined;
import static baton.allocation.casework.model.CaseFixture.concluded;
import static baton.allocation.casework.model.CaseFixture.confirm;
import static baton.allocation.casework.model.CaseFixture.declineAllocation;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.opened;
import static baton.allocation.casework.model.CaseFixture.propose;
import static baton.allocation.casework.model.CaseFixture.proposed;
import static baton.allocation.casework.model.CaseFixture.withKent;
import static baton.allocation.casework.model.CaseFixture.withOla;
import static baton.allocation.casework.model.Told.after;
import static baton.contract.allocation.Outcome.ARRESTED;
import static baton.contract.allocation.Outcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.decision.RosterEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From a force's acceptance to the outcome. */
class AtTheForceTest {

  @Nested
  class Allocation {
    @Test
    void is_numbered_and_a_further_one_replaces_the_open_one() {
      assertThat(after(withKent()).decide(allocate(OLA, KENT)))
          .isEqualTo(Decision.accept(allocated(1, OLA)));
      var toOmar = after(withKent()).and(allocated(1, OLA), allocated(2, OMAR));
      assertThat(toOmar.refusal(acceptAllocation(1, OLA)).code()).isEqualTo("offer-closed");
      assertThat(toOmar.decide(acceptAllocation(2, OMAR)))
          .isEqualTo(Decision.accept(allocationAccepted(2, OMAR)));
    }

    @Test
    void to_somebody_who_is_not_in_the_roster_is_refused() {
      assertThat(
              after(withKent()).refusal(allocate(new RosterEntry(KENT, OLA, false, null))).code())
          .isEqualTo("person-not-in-roster");
    }

    @Test
    void to_the_same_officer_again_changes_nothing() {
      assertThat(after(withKent()).and(allocated(1, OLA)).decide(allocate(OLA, KENT)))
          .isEqualTo(Decision.nothingToDo());
      assertThat(after(withOla()).decide(allocate(OLA, KENT))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void who_accepted_for_the_force_may_become_its_officer() {
      assertThat(after(withKent()).decide(allocate(SUE, KENT)))
          .isEqualTo(Decision.accept(allocated(1, SUE)));
    }

    @Test
    void waits_for_the_forces_acceptance() {
      assertThat(after(opened(), disseminated(1, KENT)).refusal(allocate(OLA, KENT)).code())
          .isEqualTo("force-has-not-accepted");
    }

    @Test
    void is_the_forces_own_business() {
      assertThat(after(withKent()).refusal(allocate(OLA, ESSEX)).kind())
          .isEqualTo(Refusal.Kind.NOT_FOUND);
      assertThat(after(withKent()).refusal(allocate(OLA, OrganisationCode.NCA)).kind())
          .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void only_the_officer_offered_accepts_or_declines() {
      var toOla = after(withKent()).and(allocated(1, OLA));
      assertThat(toOla.decide(acceptAllocation(1, OLA)))
          .isEqualTo(Decision.accept(allocationAccepted(1, OLA)));
      assertThat(toOla.refusal(acceptAllocation(1, OMAR)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
      assertThat(toOla.refusal(declineAllocation(1, OMAR)).kind())
          .isEqualTo(Refusal.Kind.FORBIDDEN);
      assertThat(toOla.refusal(acceptAllocation(2, OLA)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void an_answer_again_changes_nothing_and_the_other_answer_is_too_late() {
      assertThat(after(withOla()).decide(acceptAllocation(1, OLA)))
          .isEqualTo(Decision.nothingToDo());
      assertThat(after(withOla()).refusal(declineAllocation(1, OLA)).code())
          .isEqualTo("offer-closed");
      var declined = after(withKent()).and(allocated(1, OLA), allocationDeclined(1, OLA));
      assertThat(declined.decide(declineAllocation(1, OLA))).isEqualTo(Decision.nothingToDo());
      assertThat(declined.refusal(acceptAllocation(1, OLA)).code()).isEqualTo("offer-closed");
    }
  }

  @Nested
  class Actions {
    @Test
    void are_recorded_by_the_holder_once_each() {
      assertThat(after(withOla()).decide(act(OLA))).isEqualTo(Decision.accept(acted(OLA)));
      assertThat(after(withOla()).and(acted(OLA)).decide(act(OLA)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void are_the_holders_whoever_is_offered_it() {
      assertThat(after(withKent()).decide(act(SUE))).isEqualTo(Decision.accept(acted(SUE)));
      assertThat(after(withOla()).refusal(act(SUE)).code()).isEqualTo("not-yours");
      assertThat(after(withKent()).and(allocated(1, OLA)).refusal(act(OLA)).code())
          .isEqualTo("not-yours");
    }

    @Test
    void have_happened() {
      assertThat(after(withOla()).refusal(act(OLA, NOW.plusNanos(1000))).kind())
          .isEqualTo(Refusal.Kind.UNPROCESSABLE);
    }
  }

  @Nested
  class Outcomes {
    @Test
    void are_proposed_by_the_holder() {
      assertThat(after(withOla()).decide(propose(ARRESTED, OLA)))
          .isEqualTo(Decision.accept(proposed(ARRESTED, OLA)));
      assertThat(after(withOla()).refusal(propose(ARRESTED, OMAR)).code()).isEqualTo("not-yours");
    }

    @Test
    void may_be_proposed_otherwise_until_confirmed() {
      var arrested = after(withOla()).and(proposed(ARRESTED, OLA));
      assertThat(arrested.decide(propose(ARRESTED, OLA))).isEqualTo(Decision.nothingToDo());
      assertThat(arrested.decide(propose(DUPLICATE, OLA)))
          .isEqualTo(Decision.accept(proposed(DUPLICATE, OLA)));
    }

    @Test
    void need_another_person_to_confirm() {
      var arrested = after(withOla()).and(proposed(ARRESTED, OLA));
      assertThat(arrested.decide(confirm(SUE))).isEqualTo(Decision.accept(concluded(OLA, SUE)));
      assertThat(arrested.refusal(confirm(OLA)).code()).isEqualTo("second-person-needed");
      assertThat(arrested.refusal(confirm(SUE, OrganisationCode.NCA)).kind())
          .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void are_proposed_before_they_are_confirmed() {
      assertThat(after(withOla()).refusal(confirm(SUE)).code()).isEqualTo("no-outcome-proposed");
    }

    @Test
    void of_the_last_holder_are_not_the_next_ones() {
      var withOmar =
          after(withOla())
              .and(proposed(ARRESTED, OLA), allocated(2, OMAR), allocationAccepted(2, OMAR));
      assertThat(withOmar.refusal(confirm(SUE)).code()).isEqualTo("no-outcome-proposed");
    }

    @Test
    void close_the_case_for_good() {
      var closed = after(withOla()).and(proposed(ARRESTED, OLA), concluded(OLA, SUE));
      assertThat(closed.decide(confirm(SUE))).isEqualTo(Decision.nothingToDo());
      assertThat(closed.refusal(confirm(OMAR)).code()).isEqualTo("case-concluded");
      assertThat(closed.refusal(act(OLA)).code()).isEqualTo("case-concluded");
      assertThat(closed.refusal(allocate(OMAR, KENT)).code()).isEqualTo("case-concluded");
      assertThat(closed.refusal(disseminate(ESSEX)).code()).isEqualTo("case-concluded");
      assertThat(closed.refusal(confirm(SUE, ESSEX)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }
  }
}
