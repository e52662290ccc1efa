package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Background.ForceSystem;
import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.AtTieBreaker;
import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.ByService;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.EndDispute;
import baton.allocation.casework.model.CaseCommand.EndOffers;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.NoteOpenList;
import baton.allocation.casework.model.CaseCommand.NoteOrigin;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.allocation.casework.model.CaseCommand.WithdrawOffer;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OriginNoted;
import baton.contract.allocation.TieBreakReason;
import baton.contract.allocation.TieBreakerAppointed;
import baton.decision.Decision;
import baton.decision.NumberedOffers;
import baton.decision.Refusal;
import baton.roster.Cover;

/** What the service does by itself, at what it has read. */
final class ServiceDecider {
  private ServiceDecider() {}

  static Decision decide(ByService command, Opened open) {
    return switch (command) {
      case OpenCase _ -> nothingToDo();
      case NoteForce c -> noteForce(c, open);
      case NoteOrigin c -> noteOrigin(c, open);
      case DisseminateUrgent c -> disseminateUrgent(c, open);
      case WithdrawOffer c -> withdraw(c, open);
      case EndOffers c -> endOffers(c, open);
      case EndDispute c -> endDispute(c, open);
      case NoteOpenList c -> noteOpenList(c, open);
    };
  }

  /** Only from the one who has it; who has it at the NCA is not known here, see the command. */
  static Decision revert(RevertCustody command, Opened open) {
    Cover to = command.to();
    boolean atNca = open instanceof AtNca;
    Cover holder = open instanceof Open at && !atNca ? at.holder() : null;
    if (to.equals(holder)) return nothingToDo();
    boolean holds =
        atNca
            ? command.organisation().equals(OrganisationCode.NCA)
            : holder != null
                && holder.organisation().equals(command.organisation())
                && command.from().equals(holder.person());
    return holds
        ? accept(
            new CustodyReverted(
                command.referral(),
                command.organisation(),
                command.from(),
                command.because(),
                to.organisation(),
                to.team(),
                to.person(),
                to.post()))
        : refuse(
            Refusal.conflict(
                "not-the-holder",
                command.from()
                    + " of "
                    + command.organisation()
                    + " does not have this case; nothing of it can revert (R4)."));
  }

  /** Who decides, now that two say that it is not theirs. */
  static TieBreakerAppointed appoint(
      ReferralId referral, Ownership.Pair pair, TieBreakReason because, TieBreakers tieBreakers) {
    Cover named = tieBreakers.of(pair.one(), pair.other());
    PersonId person = named.person();
    return new TieBreakerAppointed(
        referral,
        pair.one(),
        pair.other(),
        because,
        named.organisation(),
        person,
        person == null ? named.post() : null);
  }

  private static Decision noteForce(NoteForce command, Opened open) {
    return command.force().equals(open.journey().noted())
        ? nothingToDo()
        : accept(new ForceNoted(command.referral(), command.force()));
  }

  private static Decision noteOrigin(NoteOrigin command, Opened open) {
    boolean untouched = open instanceof AtNca && open.disseminations().all().isEmpty();
    if (!untouched) return nothingToDo();
    var origin =
        new OriginNoted(
            command.referral(), command.organisation(), command.team(), command.person());
    return command.localReference() == null
        ? accept(origin)
        : accept(
            origin,
            new LocalReferenceRecorded(
                command.referral(),
                command.organisation(),
                command.system(),
                command.localReference()));
  }

  /** Once only: what a person sent, a force declined or the NCA took back is for people. */
  private static Decision disseminateUrgent(DisseminateUrgent command, Opened open) {
    boolean first = open.disseminations().all().isEmpty();
    if (!(open instanceof AtNca) || open.journey().noted() == null || !first) return nothingToDo();
    return accept(
        new CaseDisseminated(
            command.referral(),
            open.disseminations().nextNumber(),
            OrganisationCode.NCA,
            open.journey().noted(),
            command.reference(),
            true,
            command.dossier()));
  }

  /** An assessor's, as risk-service said it; an officer's while it is open. */
  private static Decision withdraw(WithdrawOffer command, Opened open) {
    boolean offered =
        switch (command.handOff()) {
          case ASSESSOR -> open instanceof AtNca;
          case FORCE -> false;
          case OFFICER ->
              open instanceof AtForce at
                  && at.allocations()
                      .numbered(command.number())
                      .filter(NumberedOffers.Offer::isOpen)
                      .isPresent();
        };
    return offered
        ? accept(
            new HandOffWithdrawn(command.referral(), command.handOff(), command.number(), null))
        : nothingToDo();
  }

  /** Who accepted before this was read has it. */
  private static Decision endOffers(EndOffers command, Opened open) {
    return open instanceof AtNca at
        ? at.disseminations()
            .open()
            .map(
                offer ->
                    accept(
                        new HandOffWithdrawn(
                            command.referral(), HandOff.FORCE, offer.number(), null)))
            .orElseGet(Decision::nothingToDo)
        : nothingToDo();
  }

  private static Decision endDispute(EndDispute command, Opened open) {
    Ownership ownership = open.journey().ownership();
    boolean undecided =
        switch (open) {
          case AtNca _, AtForce _ -> ownership.disputed();
          case AtTieBreaker _, Case.Concluded _ -> false;
        };
    return undecided
        ? accept(
            appoint(
                command.referral(),
                ownership.pair(),
                TieBreakReason.DISPUTE_TOO_LONG,
                command.tieBreakers()))
        : nothingToDo();
  }

  private static Decision noteOpenList(NoteOpenList command, Opened open) {
    var system = new ForceSystem(command.force(), command.system());
    var known = open.background().differences().get(system);
    if (command.difference() == known) return nothingToDo();
    return accept(
        command.difference() == null
            ? new OpenListAgreed(command.referral(), command.force(), command.system())
            : new OpenListDiffered(
                command.referral(), command.force(), command.system(), command.difference()));
  }
}
