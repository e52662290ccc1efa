package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.NCA_DESK;
import static baton.allocation.casework.model.CaseFixture.OLA;
import static baton.allocation.casework.model.CaseFixture.OMAR;
import static baton.allocation.casework.model.CaseFixture.POLIT;
import static baton.allocation.casework.model.CaseFixture.REFERRAL;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.acceptAllocation;
import static baton.allocation.casework.model.CaseFixture.acceptDissemination;
import static baton.allocation.casework.model.CaseFixture.act;
import static baton.allocation.casework.model.CaseFixture.acted;
import static baton.allocation.casework.model.CaseFixture.allocate;
import static baton.allocation.casework.model.CaseFixture.allocated;
import static baton.allocation.casework.model.CaseFixture.decline;
import static baton.allocation.casework.model.CaseFixture.declined;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.redirect;
import static baton.allocation.casework.model.CaseFixture.withOla;
import static baton.allocation.casework.model.CaseFixture.withdraw;
import static baton.allocation.casework.model.CaseFixture.withdrawn;
import static baton.allocation.casework.model.Told.after;
import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.RevertReason;
import baton.decision.Refusal;
import baton.decision.RosterEntry;
import baton.roster.Cover;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From one force to another; units that act for several; what reverts. */
class TransferTest {
  private static final Sender KENT_DESK = new Sender(Party.of(KENT), PersonId.of("p-sue"), true);
  private static final TeamId ESSEX_TEAM = TeamId.of("essex-polit");
  private static final PersonId EVA = PersonId.of("p-eva");

  @Test
  void the_force_that_has_it_offers_it_to_another() {
    assertThat(after(withOla()).decide(disseminate(ESSEX, KENT_DESK)))
        .isEqualTo(accept(transfer(2)));
    assertThat(offered().decide(disseminate(ESSEX, KENT_DESK))).isEqualTo(nothingToDo());
    assertThat(after(withOla()).refusal(disseminate(KENT, KENT_DESK)).code())
        .isEqualTo("has-it-already");
  }

  @Test
  void until_the_other_accepts_the_officer_works_on() {
    assertThat(offered().decide(act(OLA))).isEqualTo(accept(acted(OLA)));
    assertThat(offered().refusal(disseminate(ESSEX, NCA_DESK)).code())
        .isEqualTo("force-has-accepted");
  }

  @Test
  void withdrawn_or_declined_it_leaves_everything_as_it_was() {
    assertThat(offered().decide(withdraw(2, KENT_DESK))).isEqualTo(accept(withdrawn(2)));
    assertThat(offered().refusal(withdraw(2, NCA_DESK)).code()).isEqualTo("force-has-accepted");
    var declined = declined(2, ESSEX, DeclineReason.NO_CAPACITY);
    assertThat(offered().decide(decline(2, ESSEX, DeclineReason.NO_CAPACITY, null)))
        .isEqualTo(accept(declined));
    assertThat(holder(offered().and(withdrawn(2)))).isEqualTo(holder(after(withOla())));
    assertThat(holder(offered().and(declined))).isEqualTo(holder(after(withOla())));
  }

  @Test
  void sent_back_to_who_has_it_it_is_a_refusal_and_no_offer() {
    assertThat(offered().decide(redirect(2, ESSEX, KENT)))
        .isEqualTo(
            accept(
                new DisseminationDeclined(REFERRAL, 2, ESSEX, DeclineReason.NOT_OURS, KENT, null)));
  }

  @Test
  void accepted_it_is_the_other_forces_alone() {
    var moved = offered().and(accepted());
    assertThat(offered().decide(acceptByEva())).isEqualTo(accept(accepted()));
    assertThat(moved.decide(acceptByEva())).isEqualTo(nothingToDo());
    assertThat(holder(moved)).isEqualTo(Cover.person(ESSEX, ESSEX_TEAM, EVA));
    assertThat(moved.refusal(act(OLA)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(moved.refusal(disseminate(KENT, KENT_DESK)).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void an_offer_to_an_officer_of_the_old_force_ends_and_its_number_is_not_given_again() {
    var moved = after(withOla()).and(allocated(2, OMAR), transfer(2), accepted());
    assertThat(moved.decide(allocate(new RosterEntry(ESSEX, EVA, true, ESSEX_TEAM))))
        .isEqualTo(accept(new CaseAllocated(REFERRAL, 3, EVA, ESSEX_TEAM)));
  }

  @Test
  void a_joint_unit_acts_for_the_forces_that_it_covers() {
    var unit = OrganisationCode.of("seroc");
    var party = new Party(unit, Set.of(unit, KENT));
    var una = new RosterEntry(unit, PersonId.of("p-una"), true, POLIT);
    var offered = after(CaseFixture.opened(), disseminated(1, KENT));
    assertThat(offered.decide(new AcceptDissemination(REFERRAL, party, 1, null, una)))
        .isEqualTo(
            accept(new DisseminationAccepted(REFERRAL, 1, KENT, POLIT, PersonId.of("p-una"))));
    var elsewhere = after(CaseFixture.opened(), disseminated(1, ESSEX));
    assertThat(elsewhere.refusal(new AcceptDissemination(REFERRAL, party, 1, null, una)).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void what_somebody_has_reverts_once_to_who_was_named() {
    var cover = Cover.person(KENT, POLIT, SUE);
    var revert = new RevertCustody(REFERRAL, KENT, OLA, RevertReason.LEFT, cover);
    var reverted =
        new CustodyReverted(REFERRAL, KENT, OLA, RevertReason.LEFT, KENT, POLIT, SUE, null);
    assertThat(after(withOla()).decide(revert)).isEqualTo(accept(reverted));
    assertThat(after(withOla()).and(reverted).decide(revert)).isEqualTo(nothingToDo());
    assertThat(holder(after(withOla()).and(reverted))).isEqualTo(cover);
    var omars = new RevertCustody(REFERRAL, KENT, OMAR, RevertReason.LEFT, cover);
    assertThat(after(withOla()).refusal(omars).code()).isEqualTo("not-the-holder");
  }

  @Test
  void an_offer_in_flight_stays_acceptable_when_custody_reverts() {
    var reverted =
        new CustodyReverted(
            REFERRAL, KENT, OLA, RevertReason.LEFT, KENT, null, null, "duty-inspector");
    var held = after(withOla()).and(allocated(2, OMAR), reverted);
    assertThat(held.refusal(act(OLA)).code()).isEqualTo("not-yours");
    assertThat(held.decide(acceptAllocation(2, OMAR)))
        .isEqualTo(accept(CaseFixture.allocationAccepted(2, OMAR)));
  }

  private static Told offered() {
    return after(withOla()).and(transfer(2));
  }

  private static Cover holder(Told told) {
    return ((Case.AtForce) told.state()).holder();
  }

  private static CaseCommand acceptByEva() {
    return acceptDissemination(2, new RosterEntry(ESSEX, EVA, true, ESSEX_TEAM), null);
  }

  private static AllocationEvent accepted() {
    return new DisseminationAccepted(REFERRAL, 2, ESSEX, ESSEX_TEAM, EVA);
  }

  private static AllocationEvent transfer(int number) {
    var offered = (CaseDisseminated) disseminated(number, ESSEX);
    return new CaseDisseminated(
        REFERRAL, number, KENT, ESSEX, offered.reference(), offered.urgent(), offered.sealed());
  }
}
