package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.contract.OrganisationCode;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.decision.Decision;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import baton.decision.Refusal;
import java.util.Locale;

/** The acceptance by an organisation that is not on Baton, recorded by two persons. */
final class OutsideDecider {
  private OutsideDecider() {}

  static Decision decide(OutsideCommand command, Opened at) {
    var offer = at.disseminations().numbered(command.number()).orElseThrow();
    if (!offer.isOpen())
      return command instanceof ConfirmOutsideAcceptance && offer.state() == State.ACCEPTED
          ? nothingToDo()
          : closed(offer);
    return switch (command) {
      case ProposeOutsideAcceptance c ->
          c.proposal().equals(at.journey().outside()) ? nothingToDo() : propose(c, offer);
      case ConfirmOutsideAcceptance c -> confirm(c, at.journey().outside(), offer);
    };
  }

  private static Decision propose(ProposeOutsideAcceptance command, Offer<OrganisationCode> offer) {
    return accept(
        new OutsideAcceptanceProposed(
            command.referral(),
            command.number(),
            offer.to(),
            command.acceptedAt(),
            command.theirReference(),
            command.by(),
            command.name()));
  }

  private static Decision confirm(
      ConfirmOutsideAcceptance command, Journey.Outside proposed, Offer<OrganisationCode> offer) {
    if (proposed == null || proposed.number() != command.number())
      return refuse(
          Refusal.conflict(
              "no-acceptance-recorded",
              "Nobody has recorded that "
                  + offer.to()
                  + " accepted dissemination "
                  + offer.number()
                  + "; record it first, another person then confirms it."));
    return accept(
        new OutsideAcceptanceConfirmed(
            command.referral(),
            command.number(),
            offer.to(),
            proposed.acceptedAt(),
            proposed.reference(),
            proposed.by(),
            command.by()));
  }

  private static Decision closed(Offer<OrganisationCode> offer) {
    return refuse(
        Refusal.conflict(
            "offer-closed",
            "Dissemination "
                + offer.number()
                + " to "
                + offer.to()
                + " is "
                + offer.state().name().toLowerCase(Locale.ROOT)
                + " and no longer open: no acceptance of it can be recorded."));
  }
}
