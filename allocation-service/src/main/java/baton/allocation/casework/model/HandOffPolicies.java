package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtTieBreaker;
import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.AnswersAllocation;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.HandsOn;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.decision.NumberedOffers.Offer;
import baton.decision.Refusal;
import baton.roster.Cover;
import java.util.Optional;

/** Who may hand a case on to whom. */
final class HandOffPolicies {
  /** Once a force has it, it is no longer the NCA's to send or to take back. */
  static final CasePolicy whatAForceAcceptedStaysThere =
      (state, command) ->
          command instanceof HandsOn
                  && state instanceof AtForce at
                  && !command.party().is(at.keeper())
                  && command.party().is(OrganisationCode.NCA)
              ? Optional.of(
                  Refusal.conflict(
                      "force-has-accepted",
                      "Force "
                          + at.force()
                          + " accepted this referral and has it now, with "
                          + at.holder()
                          + "; the NCA can neither withdraw it nor send it elsewhere."))
              : Optional.empty();

  /** The sender stays responsible, and decides, until the receiver accepts (R2). */
  static final CasePolicy onlyWhoHasItHandsItOn =
      (state, command) ->
          command instanceof DisseminateCase && state instanceof Open at
              ? when(
                  !command.party().is(at.keeper()),
                  () ->
                      Refusal.forbidden(
                          at.keeper().equals(OrganisationCode.NCA) ? "nca-only" : "not-yours",
                          "Only an allocator or supervisor of "
                              + at.keeper()
                              + ", which has this referral, offers it to another organisation."))
              : Optional.empty();

  /** Who was named beforehand decides, nobody in his or her place (R3). */
  static final CasePolicy onlyTheTieBreakerDecides =
      (state, command) ->
          command instanceof DisseminateCase c && state instanceof AtTieBreaker at
              ? when(
                  !decides(c.sender(), at.holder()),
                  () ->
                      Refusal.forbidden(
                          "tie-breaker-decides",
                          at.holder()
                              + " was appointed to decide whose this referral is and has it until"
                              + " then (R3)"
                              + (at.holder().person() == null
                                  ? "; a supervisor there acts for the post."
                                  : ".")))
              : Optional.empty();

  /** An offer is its sender's to take back. */
  static final CasePolicy onlyWhoOfferedItTakesItBack =
      (state, command) -> {
        if (!(command instanceof WithdrawDissemination c)) return Optional.empty();
        OrganisationCode sender = state.journey().sender(c.number());
        return when(
            !c.party().is(sender),
            () ->
                Refusal.forbidden(
                    sender.equals(OrganisationCode.NCA) ? "nca-only" : "not-your-offer",
                    "Dissemination "
                        + c.number()
                        + " is an offer of "
                        + sender
                        + ", whose allocators and supervisors alone take it back."));
      };

  static final CasePolicy nobodyOffersItToItself =
      (state, command) ->
          command instanceof DisseminateCase c && state instanceof Open at
              ? when(
                  c.force().equals(at.keeper())
                      || (at instanceof AtForce held && c.force().equals(held.force())),
                  () ->
                      Refusal.unprocessable(
                          "has-it-already",
                          c.force()
                              + " has this referral; an offer is to another organisation. To one of"
                              + " its own people it is allocated."))
              : Optional.empty();

  /** Design section 5: the second refusal goes to the tie-breaker, and then it is settled. */
  static final CasePolicy ownershipIsSettledByTheTieBreaker =
      (state, command) ->
          command instanceof DeclineDissemination c
              ? when(
                  c.deniesOwnership()
                      && state.journey().ownership().settled()
                      && state.disseminations().numbered(c.number()).stream()
                          .anyMatch(Offer::isOpen),
                  () ->
                      Refusal.conflict(
                          "ownership-settled",
                          "The tie-breaker has decided that this referral is "
                              + state.journey().offeredTo(c.number()).orElseThrow()
                              + "'s (R3): it can be declined for another reason, not as somebody"
                              + " else's."))
              : Optional.empty();

  static final CasePolicy nobodyRedirectsToItself =
      (state, command) ->
          command instanceof DeclineDissemination c && c.redirect() != null
              ? when(
                  state
                      .journey()
                      .offeredTo(c.number())
                      .filter(c.redirect().to()::equals)
                      .isPresent(),
                  () ->
                      Refusal.unprocessable(
                          "redirected-to-itself",
                          c.redirect().to()
                              + " is who it is offered to; redirectTo names whose it is instead."))
              : Optional.empty();

  /** What is handed to nobody is lost (contracts, "Organisations"). */
  static final CasePolicy onlyPeopleOfTheRosterAreHandedIt =
      (_, command) ->
          switch (command) {
            case AcceptDissemination c -> c.to().refusal();
            case AllocateCase c -> c.to().refusal();
            default -> Optional.empty();
          };

  /** It is held in a team of the force that accepts it. */
  static final CasePolicy theTeamIsTheForces =
      (_, command) ->
          command instanceof AcceptDissemination c
              ? when(
                  c.unit() != null && !c.unit().known(),
                  () ->
                      Refusal.unprocessable(
                          "unknown-team",
                          c.party()
                              + " has no team "
                              + c.unit().team()
                              + "; GET /roster/"
                              + c.party()
                              + " lists its teams."))
              : Optional.empty();

  /** An officer becomes custodian by his or her own acceptance alone (R2). */
  static final CasePolicy onlyThePersonOfferedAnswers =
      (state, command) ->
          state instanceof AtForce at && command instanceof AnswersAllocation answer
              ? at.allocations()
                  .numbered(answer.number())
                  .map(offer -> notOffered(offer, answer.by()))
                  .orElseGet(() -> Optional.of(SightPolicies.noSuch("allocation", answer.number())))
              : Optional.empty();

  private HandOffPolicies() {}

  private static boolean decides(Sender sender, Cover tieBreaker) {
    return tieBreaker.person() == null
        ? sender.supervises()
        : tieBreaker.person().equals(sender.person());
  }

  private static Optional<Refusal> notOffered(Offer<PersonId> offer, PersonId by) {
    return when(
        !offer.to().equals(by),
        () ->
            Refusal.forbidden(
                "not-offered-to-you",
                "Allocation "
                    + offer.number()
                    + " is offered to "
                    + offer.to()
                    + ", and only the person offered accepts or declines it (R2)."));
  }
}
