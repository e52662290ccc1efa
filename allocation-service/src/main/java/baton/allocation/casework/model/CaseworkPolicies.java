package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.AtTieBreaker;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.AnswersAllocation;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.CaseCommand.WithdrawAllocation;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.contract.PersonId;
import baton.contract.allocation.Outcome;
import baton.decision.Refusal;
import java.util.Optional;
import java.util.Set;

/** Who works on a case that a force has, and who closes it. */
final class CaseworkPolicies {
  /** How a referral ends before any force has it, with risk-service (R37). */
  private static final Set<Outcome> AT_THE_NCA =
      Set.of(Outcome.NOT_UNITED_KINGDOM, Outcome.PASSED_ABROAD);

  /** Nothing is done to a case that is closed; its confirmation may be repeated. */
  static final CasePolicy aConcludedCaseIsClosed =
      (state, command) ->
          when(
              state instanceof Concluded
                  && !(command instanceof ConfirmOutcome || command instanceof ReopenCase),
              () ->
                  Refusal.conflict(
                      "case-concluded",
                      "This case is concluded ("
                          + ((Concluded) state).outcome()
                          + "): nothing more is done to it until a supervisor opens it again."));

  /** Officers are found, and work is done, by the force that has it. */
  static final CasePolicy onlyTheForceThatHasItWorksOnIt =
      (state, command) ->
          switch (state) {
            case AtNca _ when command instanceof AtTheForce ->
                Optional.of(
                    Refusal.conflict(
                        "force-has-not-accepted",
                        "No force has accepted this referral: it is still the NCA's (R2). Accept"
                            + " the dissemination first."));
            case AtTieBreaker at when command instanceof AtTheForce ->
                Optional.of(
                    Refusal.conflict(
                        "force-has-not-accepted",
                        "Whose this referral is, is for "
                            + at.holder()
                            + " to decide (R3); a force works on it once it has accepted it."));
            case AtForce at when command instanceof AtTheForce ->
                when(
                    !command.party().is(at.keeper()),
                    () ->
                        Refusal.forbidden(
                            "another-force-has-it",
                            "Force "
                                + at.force()
                                + " has this case; only its staff allocate and work on it."));
            case Concluded closed when command instanceof ConfirmOutcome ->
                when(
                    !command.party().is(closed.last().keeper()),
                    () ->
                        Refusal.forbidden(
                            "another-force-has-it",
                            "Force "
                                + closed.last().force()
                                + " had this case; only its staff closed it."));
            default -> Optional.empty();
          };

  static final CasePolicy whatIsOutsideBatonHasNoOfficerHere =
      (state, command) ->
          state instanceof AtForce at
                  && (command instanceof AllocateCase
                      || command instanceof WithdrawAllocation
                      || command instanceof AnswersAllocation)
              ? when(
                  at.isOutside(),
                  () ->
                      Refusal.conflict(
                          "not-on-baton",
                          at.force()
                              + " has this case and is not on Baton: there is nobody to allocate it"
                              + " to. "
                              + at.keeper()
                              + ", which sent it there, records what is done."))
              : Optional.empty();

  /** Who has it says what was done and how it ends; outside Baton, whoever sent it there. */
  static final CasePolicy onlyTheHolderActs =
      (state, command) -> {
        PersonId by =
            switch (command) {
              case RecordAction c -> c.by();
              case ProposeOutcome c -> c.by();
              default -> null;
            };
        return by == null || !(state instanceof AtForce at) || at.isOutside()
            ? Optional.empty()
            : when(
                !by.equals(at.holder().person()),
                () ->
                    Refusal.forbidden(
                        "not-yours",
                        at.holder()
                            + " has this case; only the holder records actions and proposes an"
                            + " outcome. It can be allocated to you."));
      };

  /** What has not happened yet stops no clock (R12). */
  static final CasePolicy noActionInTheFuture =
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

  static final CasePolicy whatEndsAtTheNcaEndsThere =
      (_, command) ->
          command instanceof ProposeOutcome c
              ? when(
                  AT_THE_NCA.contains(c.outcome()),
                  () ->
                      Refusal.unprocessable(
                          "ends-at-the-nca",
                          c.outcome()
                              + " is how a referral ends at the NCA, before a force has it; a force"
                              + " that has it transfers it or concludes it otherwise."))
              : Optional.empty();

  /** R37: closing takes a second person. */
  static final CasePolicy closingTakesAnotherPerson =
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

  private CaseworkPolicies() {}
}
