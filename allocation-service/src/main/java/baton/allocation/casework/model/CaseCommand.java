package baton.allocation.casework.model;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.SealedPackage;
import baton.decision.Command;
import baton.decision.RosterEntry;
import java.time.Instant;

/** What somebody wants done to a case. Free text is null where none was given. */
public sealed interface CaseCommand extends Command
    permits CaseCommand.ByService, CaseCommand.ByStaff, RevertCustody {

  ReferralId referral();

  @Override
  default String stream() {
    return referral().toString();
  }

  /** What the service does by itself at what it has read. */
  sealed interface ByService extends CaseCommand {}

  /** A person asks, on behalf of an organisation. */
  sealed interface ByStaff extends CaseCommand
      permits HandsOn, AnswersDissemination, AtTheForce, OutsideCommand, OversightCommand {
    Party party();
  }

  /** Who has it offers it to an organisation, or takes an offer back. */
  sealed interface HandsOn extends ByStaff {
    Sender sender();

    @Override
    default Party party() {
      return sender().party();
    }
  }

  /**
   * @param supervises whether this person is a supervisor there
   */
  record Sender(Party party, PersonId person, boolean supervises) {}

  /** A force answers a dissemination. */
  sealed interface AnswersDissemination extends ByStaff {
    int number();
  }

  /** Work at the force that has it. */
  sealed interface AtTheForce extends ByStaff {}

  /** The person to whom it was allocated answers. */
  sealed interface AnswersAllocation extends AtTheForce {
    int number();

    PersonId by();
  }

  /** The referral was received. */
  record OpenCase(ReferralId referral) implements ByService {}

  /** It was determined which force the referral is for. */
  record NoteForce(ReferralId referral, OrganisationCode force) implements ByService {}

  /**
   * An organisation brought it in itself.
   *
   * @param system that knows it by {@code localReference}; both null where none does
   */
  record NoteOrigin(
      ReferralId referral,
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String system,
      String localReference)
      implements ByService {}

  /**
   * An urgent referral goes to the force that it is for at once, with nobody's decision.
   *
   * @param reference the sender's
   */
  record DisseminateUrgent(ReferralId referral, String reference, Sealed<SealedPackage> dossier)
      implements ByService {}

  /** The person to whom it was offered is gone, and nobody waits for him or her (R4). */
  record WithdrawOffer(ReferralId referral, HandOff handOff, int number) implements ByService {}

  /** Two persons ended it at the NCA: what was offered to a force is offered no more. */
  record EndOffers(ReferralId referral) implements ByService {}

  /** A dispute about whose it is has lasted too long. */
  record EndDispute(ReferralId referral, TieBreakers tieBreakers) implements ByService {}

  /**
   * A force's own list of open cases was compared with Baton.
   *
   * @param difference null where they agree
   */
  record NoteOpenList(
      ReferralId referral, OrganisationCode force, String system, OpenListDifference difference)
      implements ByService {}

  /** What a force is given with an offer. */
  record Dossier(String reference, boolean urgent, Sealed<SealedPackage> sealed) {}

  record DisseminateCase(
      ReferralId referral, Sender sender, OrganisationCode force, Dossier dossier)
      implements HandsOn {}

  record WithdrawDissemination(
      ReferralId referral, Sender sender, int number, Sealed<FreeText> text) implements HandsOn {}

  /**
   * @param unit the team in which it will be held; null: the person's own
   * @param to who has it from then on
   */
  record AcceptDissemination(
      ReferralId referral, Party party, int number, Unit unit, RosterEntry to)
      implements AnswersDissemination {
    TeamId team() {
      return unit == null ? to.team() : unit.team();
    }
  }

  /**
   * A team that a command names.
   *
   * @param known whether the roster of the command's organisation has it
   */
  record Unit(TeamId team, boolean known) {}

  /**
   * @param redirect whose the force says it is, or null
   */
  record DeclineDissemination(
      ReferralId referral,
      Party party,
      int number,
      DeclineReason reason,
      Redirect redirect,
      TieBreakers tieBreakers,
      Sealed<FreeText> text)
      implements AnswersDissemination {
    boolean deniesOwnership() {
      return redirect != null || reason == DeclineReason.NOT_OURS;
    }
  }

  /** Whose it is instead, and what that force is given at once. */
  record Redirect(OrganisationCode to, Dossier dossier) {}

  record AllocateCase(ReferralId referral, Party party, RosterEntry to) implements AtTheForce {}

  /** The force takes an offer to one of its people back. */
  record WithdrawAllocation(ReferralId referral, Party party, int number, Sealed<FreeText> text)
      implements AtTheForce {}

  /**
   * @param team the person's, or null
   */
  record AcceptAllocation(ReferralId referral, Party party, int number, PersonId by, TeamId team)
      implements AnswersAllocation {}

  record DeclineAllocation(
      ReferralId referral,
      Party party,
      int number,
      PersonId by,
      DeclineReason reason,
      Sealed<FreeText> text)
      implements AnswersAllocation {}

  /**
   * @param now when it is entered
   */
  record RecordAction(
      ReferralId referral,
      Party party,
      PersonId by,
      ActionKind kind,
      Instant happenedAt,
      Instant now,
      Sealed<FreeText> text)
      implements AtTheForce {
    Casework.Deed deed() {
      return new Casework.Deed(kind, happenedAt, by);
    }
  }

  record ProposeOutcome(
      ReferralId referral, Party party, PersonId by, Outcome outcome, Sealed<FreeText> text)
      implements AtTheForce {}

  record ConfirmOutcome(ReferralId referral, Party party, PersonId by) implements AtTheForce {}
}
