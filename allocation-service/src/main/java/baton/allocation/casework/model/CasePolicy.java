package baton.allocation.casework.model;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.AnswersAllocation;
import baton.allocation.casework.model.CaseCommand.AnswersDissemination;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ByNca;
import baton.allocation.casework.model.CaseCommand.ByStaff;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.decision.NumberedOffers.Offer;
import baton.decision.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule that a person's command has to pass. */
interface CasePolicy {

  Optional<Refusal> refusal(Opened state, ByStaff command);

  /** A case is the NCA's and the force's that it is offered to or that has it. */
  CasePolicy anotherOrganisationSeesNothing =
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

  /** Nothing is done to a case that is closed; its confirmation may be repeated. */
  CasePolicy aConcludedCaseIsClosed =
      (state, command) ->
          when(
              state instanceof Concluded && !(command instanceof ConfirmOutcome),
              () ->
                  Refusal.conflict(
                      "case-concluded",
                      "This case is concluded ("
                          + ((Concluded) state).outcome()
                          + "): nothing more is done to it."));

  /** A force becomes custodian by its own acceptance alone (R2). */
  CasePolicy onlyTheForceOfferedAnswers =
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
  CasePolicy whatAForceAcceptedStaysThere =
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

  /** Officers are found, and work is done, by the force that has it. */
  CasePolicy onlyTheForceThatHasItWorksOnIt =
      (state, command) ->
          switch (state) {
            case AtNca _ when command instanceof AtTheForce ->
                Optional.of(
                    Refusal.conflict(
                        "force-has-not-accepted",
                        "No force has accepted this referral: it is still the NCA's (R2). Accept the"
                            + " dissemination first."));
            case AtForce at when command instanceof AtTheForce ->
                when(
                    !command.organisation().equals(at.holder().force()),
                    () ->
                        Refusal.forbidden(
                            "another-force-has-it",
                            "Force "
                                + at.holder().force()
                                + " has this case; only its staff allocate and work on it."));
            default -> Optional.empty();
          };

  /** An officer becomes custodian by his or her own acceptance alone (R2). */
  CasePolicy onlyThePersonOfferedAnswers =
      (state, command) ->
          state instanceof AtForce at && command instanceof AnswersAllocation answer
              ? at.allocations()
                  .numbered(answer.number())
                  .map(offer -> notOffered(offer, answer.by()))
                  .orElseGet(() -> Optional.of(noSuch("allocation", answer.number())))
              : Optional.empty();

  /** Who has it says what was done and how it ends. */
  CasePolicy onlyTheHolderActs =
      (state, command) -> {
        PersonId by =
            switch (command) {
              case RecordAction c -> c.by();
              case ProposeOutcome c -> c.by();
              default -> null;
            };
        return by == null || !(state instanceof AtForce at)
            ? Optional.empty()
            : when(
                !at.holder().person().equals(by),
                () ->
                    Refusal.forbidden(
                        "not-yours",
                        at.holder().person()
                            + " has this case; only the holder records actions and proposes an"
                            + " outcome. It can be allocated to you."));
      };

  /** What has not happened yet stops no clock (R12). */
  CasePolicy noActionInTheFuture =
      (_, command) ->
          command instanceof RecordAction c
              ? when(
                  c.happenedAt().isAfter(c.now()),
                  () ->
                      Refusal.unprocessable(
                          "date-in-the-future",
                          "happenedAt "
                              + c.happenedAt()
                              + " is in the future, it is "
                              + c.now()
                              + ": an action is recorded once it is done (R12)."))
              : Optional.empty();

  /** R37: closing takes a second person. */
  CasePolicy closingTakesAnotherPerson =
      (state, command) ->
          state instanceof AtForce at
                  && command instanceof ConfirmOutcome c
                  && at.casework().proposal() != null
              ? when(
                  at.casework().proposal().by().equals(c.by()),
                  () ->
                      Refusal.conflict(
                          "second-person-needed",
                          "You proposed the outcome "
                              + at.casework().proposal().outcome()
                              + "; another person, a supervisor of your force, has to confirm it"
                              + " (R37)."))
              : Optional.empty();

  static List<CasePolicy> all() {
    return List.of(
        anotherOrganisationSeesNothing,
        onlyTheForceOfferedAnswers,
        aConcludedCaseIsClosed,
        whatAForceAcceptedStaysThere,
        onlyTheForceThatHasItWorksOnIt,
        onlyThePersonOfferedAnswers,
        onlyTheHolderActs,
        noActionInTheFuture,
        closingTakesAnotherPerson);
  }

  static Optional<Refusal> firstRefusal(Opened state, ByStaff command) {
    return all().stream().flatMap(rule -> rule.refusal(state, command).stream()).findFirst();
  }

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

  private static Optional<Refusal> when(boolean refused, Supplier<Refusal> refusal) {
    return refused ? Optional.of(refusal.get()) : Optional.empty();
  }
}
