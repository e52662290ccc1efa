package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.CaseCommand.AcceptAllocation;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.DeclineAllocation;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.CaseCommand.WithdrawAllocation;
import baton.contract.PersonId;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.OutcomeProposed;
import baton.decision.Decision;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import baton.decision.Refusal;
import java.util.Locale;

/** The hand-off to a named officer, and the work until the outcome. */
final class ForceDecider {
  private ForceDecider() {}

  static Decision decide(AtTheForce command, AtForce at) {
    return switch (command) {
      case AllocateCase c -> allocate(c, at);
      case AcceptAllocation c -> acceptOffer(c, at);
      case DeclineAllocation c -> decline(c, at);
      case WithdrawAllocation c -> withdraw(c, at);
      case RecordAction c -> act(c, at);
      case ProposeOutcome c -> propose(c, at);
      case ConfirmOutcome c -> confirm(c, at);
    };
  }

  /**
   * Who accepted for the force may be allocated it as well, and becomes its officer by accepting. A
   * new allocation replaces the open one.
   */
  private static Decision allocate(AllocateCase command, AtForce at) {
    PersonId officer = command.to().person();
    var open = at.allocations().open();
    boolean offered = open.filter(offer -> offer.to().equals(officer)).isPresent();
    boolean officersAlready = open.isEmpty() && acceptedLast(at, officer);
    if (offered || officersAlready) return nothingToDo();
    return accept(
        new CaseAllocated(
            command.referral(), at.allocations().nextNumber(), officer, command.to().team()));
  }

  private static Decision acceptOffer(AcceptAllocation command, AtForce at) {
    var offer = at.allocations().numbered(command.number()).orElseThrow();
    if (offer.isOpen())
      return accept(
          new AllocationAccepted(
              command.referral(), offer.number(), at.force(), command.team(), command.by()));
    return offer.state() == State.ACCEPTED && command.by().equals(at.holder().person())
        ? nothingToDo()
        : closed(offer);
  }

  private static Decision decline(DeclineAllocation command, AtForce at) {
    var offer = at.allocations().numbered(command.number()).orElseThrow();
    if (offer.isOpen())
      return accept(
          new AllocationDeclined(
              command.referral(), offer.number(), command.by(), command.reason(), command.text()));
    return offer.state() == State.DECLINED ? nothingToDo() : closed(offer);
  }

  private static Decision withdraw(WithdrawAllocation command, AtForce at) {
    var offer = at.allocations().numbered(command.number());
    if (offer.isEmpty()) return refuse(SightPolicies.noSuch("allocation", command.number()));
    if (offer.get().isOpen())
      return accept(
          new HandOffWithdrawn(
              command.referral(), HandOff.OFFICER, command.number(), command.text()));
    return offer.get().state() == State.WITHDRAWN ? nothingToDo() : closed(offer.get());
  }

  private static Decision act(RecordAction command, AtForce at) {
    return at.casework().deeds().contains(command.deed())
        ? nothingToDo()
        : accept(
            new ActionRecorded(
                command.referral(),
                command.kind(),
                command.happenedAt(),
                command.by(),
                command.text()));
  }

  private static Decision propose(ProposeOutcome command, AtForce at) {
    var proposal = new Casework.Proposal(command.outcome(), command.by());
    return proposal.equals(at.casework().proposal())
        ? nothingToDo()
        : accept(
            new OutcomeProposed(
                command.referral(), command.outcome(), command.by(), command.text()));
  }

  private static Decision confirm(ConfirmOutcome command, AtForce at) {
    var proposal = at.casework().proposal();
    return proposal == null
        ? refuse(
            Refusal.conflict(
                "no-outcome-proposed",
                "There is no outcome to confirm: "
                    + at.holder()
                    + ", who has this case, has to propose one first (R37)."))
        : accept(
            new CaseConcluded(command.referral(), proposal.outcome(), proposal.by(), command.by()));
  }

  private static boolean acceptedLast(AtForce at, PersonId person) {
    return person.equals(at.holder().person())
        && at.allocations()
            .lastTo(person)
            .filter(offer -> offer.state() == State.ACCEPTED)
            .isPresent();
  }

  private static Decision closed(Offer<PersonId> offer) {
    return refuse(
        Refusal.conflict(
            "offer-closed",
            "Allocation "
                + offer.number()
                + " is "
                + offer.state().name().toLowerCase(Locale.ROOT)
                + " and no longer open; an allocator or supervisor of your force can allocate it to"
                + " you again."));
  }
}
