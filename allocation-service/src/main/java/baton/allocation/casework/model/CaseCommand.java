package baton.allocation.casework.model;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.SealedPackage;
import baton.decision.Command;
import baton.decision.RosterEntry;
import java.time.Instant;

/** What somebody wants done to a case. Free text is null where none was given. */
public sealed interface CaseCommand extends Command {

  ReferralId referral();

  @Override
  default String stream() {
    return referral().toString();
  }

  /** A person asks, on behalf of an organisation. */
  sealed interface ByStaff extends CaseCommand {
    OrganisationCode organisation();
  }

  /** What the NCA does with a referral that it still has. */
  sealed interface ByNca extends ByStaff {
    @Override
    default OrganisationCode organisation() {
      return OrganisationCode.NCA;
    }
  }

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
  record OpenCase(ReferralId referral) implements CaseCommand {}

  /** It was determined which force the referral is for. */
  record NoteForce(ReferralId referral, OrganisationCode force) implements CaseCommand {}

  /**
   * An urgent referral goes to the force that it is for at once, with nobody's decision.
   *
   * @param reference the sender's
   */
  record DisseminateUrgent(ReferralId referral, String reference, Sealed<SealedPackage> dossier)
      implements CaseCommand {}

  /**
   * @param reference the sender's
   */
  record DisseminateCase(
      ReferralId referral,
      OrganisationCode force,
      String reference,
      boolean urgent,
      Sealed<SealedPackage> dossier)
      implements ByNca {}

  record WithdrawDissemination(ReferralId referral, int number, Sealed<FreeText> text)
      implements ByNca {}

  /**
   * @param unit the team in which it will be held; null: the person's own
   * @param to who has it from then on
   */
  record AcceptDissemination(
      ReferralId referral, OrganisationCode organisation, int number, Unit unit, RosterEntry to)
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
   * @param redirectTo whose the force says it is, or null
   */
  record DeclineDissemination(
      ReferralId referral,
      OrganisationCode organisation,
      int number,
      DeclineReason reason,
      OrganisationCode redirectTo,
      Sealed<FreeText> text)
      implements AnswersDissemination {}

  record AllocateCase(ReferralId referral, OrganisationCode organisation, RosterEntry to)
      implements AtTheForce {}

  /**
   * @param team the person's, or null
   */
  record AcceptAllocation(
      ReferralId referral, OrganisationCode organisation, int number, PersonId by, TeamId team)
      implements AnswersAllocation {}

  record DeclineAllocation(
      ReferralId referral,
      OrganisationCode organisation,
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
      OrganisationCode organisation,
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
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      Outcome outcome,
      Sealed<FreeText> text)
      implements AtTheForce {}

  record ConfirmOutcome(ReferralId referral, OrganisationCode organisation, PersonId by)
      implements AtTheForce {}
}
