package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.AtTieBreaker;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.AnswersDissemination;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.OrganisationCode;
import baton.decision.NumberedOffers.Offer;
import baton.decision.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** Who sees a case at all, and who answers what is offered. */
final class SightPolicies {
  /** A case is the NCA's, the organisation's that has it, and the one's that it is offered to. */
  static final CasePolicy anotherOrganisationSeesNothing =
      (state, command) -> {
        Party own = command.party();
        boolean sees =
            own.is(OrganisationCode.NCA)
                || (command instanceof AnswersDissemination answer
                    ? state.journey().offeredTo(answer.number()).filter(own::is).isPresent()
                    : concerned(state).anyMatch(own::is));
        return when(
            !sees,
            () ->
                Refusal.notFound(
                    "case-not-found",
                    "There is no case of this referral that your organisation may see."));
      };

  /** A force becomes custodian by its own acceptance alone (R2). */
  static final CasePolicy onlyTheForceOfferedAnswers =
      (state, command) -> {
        Integer number =
            switch (command) {
              case AnswersDissemination c -> c.number();
              case WithdrawDissemination c -> c.number();
              case OutsideCommand c -> c.number();
              default -> null;
            };
        if (number == null) return Optional.empty();
        Optional<OrganisationCode> offered = state.journey().offeredTo(number);
        if (offered.isEmpty()) return Optional.of(noSuch("dissemination", number));
        return when(
            command instanceof AnswersDissemination && !command.party().is(offered.get()),
            () ->
                Refusal.forbidden(
                    "not-offered-to-you",
                    "Dissemination "
                        + number
                        + " is offered to "
                        + offered.get()
                        + ", and only its staff accept or decline it (R2)."));
      };

  private SightPolicies() {}

  static Refusal noSuch(String what, int number) {
    return Refusal.notFound(what + "-not-found", "This case has no " + what + " " + number + ".");
  }

  private static Stream<OrganisationCode> concerned(Opened state) {
    Stream<OrganisationCode> offered = state.disseminations().open().map(Offer::to).stream();
    return switch (state) {
      case AtNca _ -> offered;
      case AtTieBreaker c -> Stream.concat(offered, Stream.of(c.keeper()));
      case AtForce c -> Stream.concat(offered, Stream.of(c.keeper(), c.force()));
      case Concluded c -> Stream.of(c.last().keeper(), c.last().force());
    };
  }
}
