package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.contract.PersonId;
import baton.decision.Refusal;
import java.util.Optional;

/** Who works on a case that a force has, and who closes it. */
final class CaseworkPolicies {
  /** Nothing is done to a case that is closed; its confirmation may be repeated. */
  static final CasePolicy aConcludedCaseIsClosed =
      (state, command) ->
          when(
              state instanceof Concluded && !(command instanceof ConfirmOutcome),
              () ->
                  Refusal.conflict(
                      "case-concluded",
                      "This case is concluded ("
                          + ((Concluded) state).outcome()
                          + "): nothing more is done to it."));

  /** Officers are found, and work is done, by the force that has it. */
  static final CasePolicy onlyTheForceThatHasItWorksOnIt =
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

  /** Who has it says what was done and how it ends. */
  static final CasePolicy onlyTheHolderActs =
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
