package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.decision.Refusal;
import java.util.Optional;

/** When an acceptance may be recorded for an organisation that cannot say so itself. */
final class OutsidePolicies {
  /** A force becomes custodian by its own acceptance alone (R2). */
  static final CasePolicy whoIsOnBatonAcceptsForItself =
      (state, command) ->
          command instanceof OutsideCommand c
              ? when(
                  c.onBaton(),
                  () ->
                      Refusal.conflict(
                          "organisation-is-on-baton",
                          state.journey().offeredTo(c.number()).orElseThrow()
                              + " has people in Baton's roster, and only they accept for it"
                              + " (R2)."))
              : Optional.empty();

  static final CasePolicy noAcceptanceInTheFuture =
      (_, command) ->
          command instanceof ProposeOutsideAcceptance c
              ? when(
                  c.acceptedAt().isAfter(c.now()),
                  () ->
                      Refusal.unprocessable(
                          "date-in-the-future",
                          "acceptedAt "
                              + c.acceptedAt()
                              + " is in the future, it is "
                              + c.now()
                              + "."))
              : Optional.empty();

  /** One person alone could get rid of it by writing down a date. */
  static final CasePolicy anOutsideAcceptanceTakesASecondPerson =
      (state, command) -> {
        var proposed = state.journey().outside();
        boolean other =
            command instanceof OutsideCommand c
                && !command.party().is(state.journey().sender(c.number()));
        if (other)
          return Optional.of(
              Refusal.forbidden(
                  "not-your-offer",
                  "Only who offered it records that it was accepted outside Baton."));
        return command instanceof ConfirmOutsideAcceptance c && proposed != null
            ? when(
                proposed.number() == c.number() && proposed.by().equals(c.by()),
                () ->
                    Refusal.conflict(
                        "second-person-needed",
                        "You recorded this acceptance; another allocator or supervisor of your"
                            + " organisation has to confirm it."))
            : Optional.empty();
      };

  private OutsidePolicies() {}
}
