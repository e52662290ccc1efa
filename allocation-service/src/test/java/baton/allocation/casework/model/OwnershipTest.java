package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.NCA_DESK;
import static baton.allocation.casework.model.CaseFixture.REFERRAL;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.SURREY;
import static baton.allocation.casework.model.CaseFixture.TIE_BREAKERS;
import static baton.allocation.casework.model.CaseFixture.acceptDissemination;
import static baton.allocation.casework.model.CaseFixture.allocate;
import static baton.allocation.casework.model.CaseFixture.decline;
import static baton.allocation.casework.model.CaseFixture.declineDissemination;
import static baton.allocation.casework.model.CaseFixture.declined;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.disseminationAccepted;
import static baton.allocation.casework.model.CaseFixture.opened;
import static baton.allocation.casework.model.CaseFixture.redirect;
import static baton.allocation.casework.model.Told.after;
import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.casework.model.CaseCommand.EndDispute;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.TieBreakReason;
import baton.contract.allocation.TieBreakerAppointed;
import baton.decision.Decision;
import org.junit.jupiter.api.Test;

/** "Not ours": it is sent on once, and then somebody decides (R3). */
class OwnershipTest {
  private static final PersonId JUDGE = PersonId.of("p-judge");
  private static final Sender THE_JUDGE = new Sender(Party.of(SURREY), JUDGE, false);

  @Test
  void a_redirect_offers_it_to_the_other_force_at_once_and_moves_nothing() {
    assertThat(atKent().decide(redirect(1, KENT, ESSEX)))
        .isEqualTo(accept(redirected(1, KENT, ESSEX), disseminated(2, ESSEX)));
    assertThat(redirectedToEssex().state()).isInstanceOf(Case.AtNca.class);
    assertThat(redirectedToEssex().decide(acceptDissemination(2, ESSEX, SUE)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void a_repeated_redirect_is_one() {
    assertThat(redirectedToEssex().decide(redirect(1, KENT, ESSEX))).isEqualTo(nothingToDo());
  }

  @Test
  void nobody_redirects_to_itself() {
    assertThat(atKent().refusal(redirect(1, KENT, KENT)).code()).isEqualTo("redirected-to-itself");
  }

  @Test
  void the_second_refusal_goes_to_who_was_named_for_the_two() {
    var appointed =
        new TieBreakerAppointed(
            REFERRAL, KENT, ESSEX, TieBreakReason.SECOND_REFUSAL, SURREY, JUDGE, null);
    assertThat(redirectedToEssex().decide(redirect(2, ESSEX, KENT)))
        .isEqualTo(accept(redirected(2, ESSEX, KENT), appointed));
    assertThat(redirectedToEssex().decide(declineDissemination(2, ESSEX)))
        .isEqualTo(accept(declined(2, ESSEX, DeclineReason.NOT_OURS), appointed));
  }

  @Test
  void where_nobody_was_named_the_ncas_post_decides() {
    var twice = atKent().and(declined(1, KENT, DeclineReason.NOT_OURS), disseminated(2, KENT));
    assertThat(twice.decide(declineDissemination(2, KENT)))
        .isEqualTo(
            accept(
                declined(2, KENT, DeclineReason.NOT_OURS),
                new TieBreakerAppointed(
                    REFERRAL,
                    KENT,
                    OrganisationCode.NCA,
                    TieBreakReason.SECOND_REFUSAL,
                    OrganisationCode.NCA,
                    null,
                    "tie-breaker")));
  }

  @Test
  void another_reason_is_no_refusal_of_ownership() {
    var busy = declined(1, KENT, DeclineReason.NO_CAPACITY);
    assertThat(atKent().and(busy, disseminated(2, ESSEX)).decide(declineDissemination(2, ESSEX)))
        .isEqualTo(accept(declined(2, ESSEX, DeclineReason.NOT_OURS)));
  }

  @Test
  void only_the_tie_breaker_decides() {
    var stuck = appointed();
    assertThat(stuck.refusal(disseminate(KENT, NCA_DESK)).code()).isEqualTo("not-yours");
    var colleague = new Sender(Party.of(SURREY), SUE, true);
    assertThat(stuck.refusal(disseminate(KENT, colleague)).code()).isEqualTo("tie-breaker-decides");
    assertThat(stuck.decide(disseminate(KENT, THE_JUDGE))).isEqualTo(accept(decision(3, KENT)));
    assertThat(stuck.refusal(allocate(SUE, SURREY)).code()).isEqualTo("force-has-not-accepted");
  }

  @Test
  void for_the_post_a_supervisor_of_the_nca_decides() {
    var stuck =
        redirectedToEssex()
            .and(
                new TieBreakerAppointed(
                    REFERRAL,
                    KENT,
                    ESSEX,
                    TieBreakReason.DISPUTE_TOO_LONG,
                    OrganisationCode.NCA,
                    null,
                    "tie-breaker"));
    assertThat(stuck.refusal(disseminate(KENT)).code()).isEqualTo("tie-breaker-decides");
    var head = new Sender(Party.of(OrganisationCode.NCA), PersonId.of("p-head"), true);
    assertThat(stuck.decide(disseminate(KENT, head))).isEqualTo(accept(disseminated(3, KENT)));
    assertThat(stuck.decide(disseminate(ESSEX, head)))
        .as("also to where it was offered: that is the decision")
        .isEqualTo(accept(disseminated(3, ESSEX)));
    assertThat(stuck.refusal(acceptDissemination(2, ESSEX, SUE)).code())
        .as("until then nobody else is asked for it")
        .isEqualTo("offer-closed");
  }

  @Test
  void once_decided_it_is_nobody_elses() {
    var decided = appointed().and(decision(3, KENT));
    assertThat(decided.refusal(declineDissemination(3, KENT)).code())
        .isEqualTo("ownership-settled");
    assertThat(decided.refusal(redirect(3, KENT, ESSEX)).code()).isEqualTo("ownership-settled");
    assertThat(decided.decide(decline(3, KENT, DeclineReason.NO_CAPACITY, null)))
        .isEqualTo(accept(declined(3, KENT, DeclineReason.NO_CAPACITY)));
    assertThat(decided.and(disseminationAccepted(3)).state()).isInstanceOf(Case.AtForce.class);
  }

  @Test
  void what_was_accepted_is_undisputed() {
    var accepted = appointed().and(decision(3, KENT), disseminationAccepted(3));
    assertThat(((Case.AtForce) accepted.state()).journey().ownership())
        .isEqualTo(Ownership.UNDISPUTED);
  }

  @Test
  void a_dispute_that_lasts_too_long_goes_to_the_tie_breaker_once() {
    var end = new EndDispute(REFERRAL, TIE_BREAKERS);
    assertThat(redirectedToEssex().decide(end))
        .isEqualTo(
            accept(
                new TieBreakerAppointed(
                    REFERRAL, KENT, ESSEX, TieBreakReason.DISPUTE_TOO_LONG, SURREY, JUDGE, null)));
    assertThat(appointed().decide(end)).isEqualTo(nothingToDo());
    assertThat(appointed().and(decision(3, KENT)).decide(end)).isEqualTo(nothingToDo());
    assertThat(atKent().decide(end)).isEqualTo(nothingToDo());
    assertThat(atKent().and(disseminationAccepted(1)).decide(end)).isEqualTo(nothingToDo());
  }

  private static Told atKent() {
    return after(opened(), disseminated(1, KENT));
  }

  private static Told redirectedToEssex() {
    return atKent().and(redirected(1, KENT, ESSEX), disseminated(2, ESSEX));
  }

  private static Told appointed() {
    return redirectedToEssex()
        .and(
            redirected(2, ESSEX, KENT),
            new TieBreakerAppointed(
                REFERRAL, KENT, ESSEX, TieBreakReason.SECOND_REFUSAL, SURREY, JUDGE, null));
  }

  private static AllocationEvent redirected(int number, OrganisationCode by, OrganisationCode to) {
    return new DisseminationRedirected(REFERRAL, number, by, to, null);
  }

  private static AllocationEvent decision(int number, OrganisationCode force) {
    var offered = (CaseDisseminated) disseminated(number, force);
    return new CaseDisseminated(
        REFERRAL, number, SURREY, force, offered.reference(), offered.urgent(), offered.sealed());
  }
}
