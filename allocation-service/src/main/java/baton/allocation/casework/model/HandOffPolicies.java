package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.AnswersAllocation;
import baton.allocation.casework.model.CaseCommand.AnswersDissemination;
import baton.allocation.casework.model.CaseCommand.ByNca;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.decision.NumberedOffers.Offer;
import baton.decision.Refusal;
import java.util.Optional;

/** Who sees a case, and who may hand it on to whom. */
final class HandOffPolicies {
  /** A case is the NCA's and the force's that it is offered to or that has it. */
  static final CasePolicy anotherOrganisationSeesNothing =
      (state, command) -> {
        OrganisationCode own = command.organisation();
        boolean sees =
            own.equals(OrganisationCode.NCA)
                || (command instanceof AnswersDissemination answer
                    ? offered(state, answer.number()).filter(own::equals).isPresent()
                    : forceOf(state).filter(own::equals).isPresent());
        return when(
            !sees,
            () ->
                Refusal.notFound(
                    "case-not-found",
                    "There is no case of this referral that your organisation may see."));
      };

  /** A force becomes custodian by its own acceptance alone (R2). */
  static final CasePolicy onlyTheForceOfferedAnswers =
      (state, command) ->
          command instanceof AnswersDissemination answer
              ? offered(state, answer.number())
                  .map(
                      force ->
                          when(
                              !force.equals(answer.organisation()),
                              () ->
                                  Refusal.forbidden(
                                      "not-offered-to-you",
                                      "Dissemination "
                                          + answer.number()
                                          + " is offered to force "
                                          + force
                                          + ", and only its staff accept or decline it (R2).")))
                  .orElseGet(() -> Optional.of(noSuch("dissemination", answer.number())))
              : Optional.empty();

  /** Once a force has it, it is no longer the NCA's to send or to take back. */
  static final CasePolicy whatAForceAcceptedStaysThere =
      (state, command) ->
          command instanceof ByNca && state instanceof AtForce at
              ? Optional.of(
                  Refusal.conflict(
                      "force-has-accepted",
                      "Force "
                          + at.holder().force()
                          + " accepted this referral and has it now, with "
                          + at.holder().person()
                          + "; the NCA can neither withdraw it nor send it elsewhere."))
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
                          c.organisation()
                              + " has no team "
                              + c.unit().team()
                              + "; GET /roster/"
                              + c.organisation()
                              + " lists its teams."))
              : Optional.empty();

  /** An officer becomes custodian by his or her own acceptance alone (R2). */
  static final CasePolicy onlyThePersonOfferedAnswers =
      (state, command) ->
          state instanceof AtForce at && command instanceof AnswersAllocation answer
              ? at.allocations()
                  .numbered(answer.number())
                  .map(offer -> notOffered(offer, answer.by()))
                  .orElseGet(() -> Optional.of(noSuch("allocation", answer.number())))
              : Optional.empty();

  private HandOffPolicies() {}

  static Refusal noSuch(String what, int number) {
    return Refusal.notFound(what + "-not-found", "This case has no " + what + " " + number + ".");
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

  private static Optional<OrganisationCode> offered(Opened state, int number) {
    return state.disseminations().numbered(number).map(Offer::to);
  }

  private static Optional<OrganisationCode> forceOf(Opened state) {
    return switch (state) {
      case AtNca c -> c.disseminations().open().map(Offer::to);
      case AtForce c -> Optional.of(c.holder().force());
      case Concluded c -> Optional.of(c.force());
    };
  }
}
