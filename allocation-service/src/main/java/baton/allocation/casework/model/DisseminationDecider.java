package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AnswersDissemination;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.Dossier;
import baton.allocation.casework.model.CaseCommand.HandsOn;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.TieBreakReason;
import baton.decision.Decision;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import baton.decision.Refusal;
import java.util.Locale;

/** The hand-off from who has it to another organisation: from the NCA, a force, a tie-breaker. */
final class DisseminationDecider {
  private DisseminationDecider() {}

  static Decision decide(HandsOn command, Opened at) {
    return switch (command) {
      case DisseminateCase c -> disseminate(c, open(at));
      case WithdrawDissemination c -> withdraw(c, at);
    };
  }

  static Decision decide(AnswersDissemination command, Opened at) {
    var offer = at.disseminations().numbered(command.number()).orElseThrow();
    return switch (command) {
      case AcceptDissemination c -> acceptOffer(c, at, offer);
      case DeclineDissemination c when offer.isOpen() -> decline(c, open(at), offer);
      case DeclineDissemination _ ->
          offer.state() == State.DECLINED ? nothingToDo() : closed(offer);
    };
  }

  /** A dissemination to another force replaces the open one. */
  private static Decision disseminate(DisseminateCase command, Open at) {
    boolean offered =
        at.disseminations().open().filter(offer -> offer.to().equals(command.force())).isPresent();
    if (offered) return nothingToDo();
    return accept(
        offer(
            at,
            at.disseminations().nextNumber(),
            command.referral(),
            command.force(),
            command.dossier()));
  }

  private static Decision withdraw(WithdrawDissemination command, Opened at) {
    var offer = at.disseminations().numbered(command.number()).orElseThrow();
    if (offer.isOpen())
      return accept(
          new HandOffWithdrawn(
              command.referral(), HandOff.FORCE, command.number(), command.text()));
    return offer.state() == State.WITHDRAWN ? nothingToDo() : closed(offer);
  }

  /** After the acceptance only its own repeat is no conflict. */
  private static Decision acceptOffer(
      AcceptDissemination command, Opened at, Offer<OrganisationCode> offer) {
    if (offer.isOpen())
      return accept(
          new DisseminationAccepted(
              command.referral(),
              offer.number(),
              offer.to(),
              command.team(),
              command.to().person()));
    boolean same =
        offer.state() == State.ACCEPTED
            && at instanceof AtForce held
            && held.accepted().organisation().equals(offer.to())
            && command.to().person().equals(held.accepted().person());
    return same ? nothingToDo() : closed(offer);
  }

  private static Decision decline(
      DeclineDissemination command, Open at, Offer<OrganisationCode> offer) {
    if (!command.deniesOwnership()) return accept(declined(command, offer, command.reason(), null));
    var redirect = command.redirect();
    // Whose it is said to be may be who has it: then there is nobody to send it on to.
    boolean sentBack = redirect == null || redirect.to().equals(at.keeper());
    AllocationEvent denied =
        sentBack
            ? declined(
                command, offer, DeclineReason.NOT_OURS, redirect == null ? null : redirect.to())
            : new DisseminationRedirected(
                command.referral(), offer.number(), offer.to(), redirect.to(), command.text());
    Ownership ownership = at.journey().ownership();
    if (ownership.nextIsTheLast()) {
      OrganisationCode whose =
          redirect == null ? at.journey().sender(offer.number()) : redirect.to();
      return accept(
          denied,
          ServiceDecider.appoint(
              command.referral(),
              ownership.denied(offer.to(), whose).pair(),
              TieBreakReason.SECOND_REFUSAL,
              command.tieBreakers()));
    }
    return sentBack
        ? accept(denied)
        : accept(
            denied,
            offer(
                at,
                at.disseminations().nextNumber(),
                command.referral(),
                redirect.to(),
                redirect.dossier()));
  }

  private static CaseDisseminated offer(
      Open at, int number, ReferralId referral, OrganisationCode to, Dossier dossier) {
    return new CaseDisseminated(
        referral, number, at.keeper(), to, dossier.reference(), dossier.urgent(), dossier.sealed());
  }

  private static DisseminationDeclined declined(
      DeclineDissemination command,
      Offer<OrganisationCode> offer,
      DeclineReason reason,
      OrganisationCode whose) {
    return new DisseminationDeclined(
        command.referral(), offer.number(), offer.to(), reason, whose, command.text());
  }

  private static Open open(Opened at) {
    if (at instanceof Open open) return open;
    throw new IllegalStateException("no rule refused a hand-off of a concluded case");
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
                + " and no longer open; who has it, such as the NCA, can disseminate it again."));
  }
}
