package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ByStaff;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.OrganisationCode;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.decision.Decision;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import baton.decision.Refusal;
import java.util.Locale;
import java.util.Optional;

/** The hand-off from the NCA to a force. */
final class DisseminationDecider {
  private DisseminationDecider() {}

  static Decision decide(ByStaff command, AtNca at) {
    return switch (command) {
      case DisseminateCase c -> disseminate(c, at);
      case WithdrawDissemination c -> withdraw(c, at);
      case AcceptDissemination c -> acceptOffer(c, at);
      case DeclineDissemination c -> decline(c, at);
      case AtTheForce _ -> throw new IllegalStateException("no rule refused " + command);
    };
  }

  /** After the acceptance only its own repeat is no conflict. */
  static Decision repeated(ByStaff command, AtForce at) {
    return switch (command) {
      case AcceptDissemination c -> {
        var offer = at.disseminations().numbered(c.number()).orElseThrow();
        boolean same =
            offer.state() == State.ACCEPTED && at.accepted().person().equals(c.to().person());
        yield same ? nothingToDo() : closed(offer);
      }
      case DeclineDissemination c ->
          declinedOr(at.disseminations().numbered(c.number()).orElseThrow());
      default -> throw new IllegalStateException("no rule refused " + command);
    };
  }

  /** A dissemination to another force replaces the open one. */
  private static Decision disseminate(DisseminateCase command, AtNca at) {
    boolean offered =
        at.disseminations().open().filter(offer -> offer.to().equals(command.force())).isPresent();
    if (offered) return nothingToDo();
    return accept(
        new CaseDisseminated(
            command.referral(),
            at.disseminations().nextNumber(),
            OrganisationCode.NCA,
            command.force(),
            command.reference(),
            command.urgent(),
            command.dossier()));
  }

  private static Decision withdraw(WithdrawDissemination command, AtNca at) {
    Optional<Offer<OrganisationCode>> offer = at.disseminations().numbered(command.number());
    if (offer.isEmpty()) return refuse(HandOffPolicies.noSuch("dissemination", command.number()));
    if (offer.get().isOpen())
      return accept(
          new HandOffWithdrawn(
              command.referral(), HandOff.FORCE, command.number(), command.text()));
    return offer.get().state() == State.WITHDRAWN ? nothingToDo() : closed(offer.get());
  }

  private static Decision acceptOffer(AcceptDissemination command, AtNca at) {
    var offer = at.disseminations().numbered(command.number()).orElseThrow();
    return offer.isOpen()
        ? accept(
            new DisseminationAccepted(
                command.referral(),
                offer.number(),
                offer.to(),
                command.team(),
                command.to().person()))
        : closed(offer);
  }

  private static Decision decline(DeclineDissemination command, AtNca at) {
    var offer = at.disseminations().numbered(command.number()).orElseThrow();
    return offer.isOpen()
        ? accept(
            new DisseminationDeclined(
                command.referral(),
                offer.number(),
                offer.to(),
                command.reason(),
                command.redirectTo(),
                command.text()))
        : declinedOr(offer);
  }

  private static Decision declinedOr(Offer<OrganisationCode> offer) {
    return offer.state() == State.DECLINED ? nothingToDo() : closed(offer);
  }

  private static Decision closed(Offer<OrganisationCode> offer) {
    return refuse(
        Refusal.conflict(
            "offer-closed",
            "Dissemination "
                + offer.number()
                + " to force "
                + offer.to()
                + " is "
                + offer.state().name().toLowerCase(Locale.ROOT)
                + " and no longer open; the NCA can disseminate it again while it has it."));
  }
}
