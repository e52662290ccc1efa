package baton.risk.assessment.model;

import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.risk.AssessmentEnd;

/** What the NCA's people do to let a referral go no further, or on again. */
public sealed interface EndingCommand extends AssessmentCommand.ByStaff {
  PersonId by();

  /**
   * The referral that this one is said to repeat, as this service knows it.
   *
   * @param known its receipt has been read here
   * @param repeatsThis it is concluded as a repeat of this one, directly or through others
   */
  record Original(ReferralId referral, boolean known, boolean repeatsThis) {}

  /** An end that rests on another referral. */
  sealed interface NamesOriginal extends EndingCommand permits ProposeEnd, ConfirmEnd {
    /** Null where no other referral is named. */
    Original original();
  }

  /**
   * @param recipient the agency abroad that has it, or null
   * @param theirReference the reference there, or null
   * @param text why: none goes silently
   */
  record ProposeEnd(
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      AssessmentEnd end,
      Original original,
      String recipient,
      String theirReference,
      Sealed<FreeText> text)
      implements NamesOriginal {
    Ending.Proposal proposal() {
      ReferralId duplicateOf = original == null ? null : original.referral();
      return new Ending.Proposal(end, duplicateOf, recipient, theirReference, by);
    }
  }

  /**
   * @param original as it stands now, of the end that is proposed now
   */
  record ConfirmEnd(
      ReferralId referral, OrganisationCode organisation, PersonId by, Original original)
      implements NamesOriginal {}

  record ReviewHold(
      ReferralId referral, OrganisationCode organisation, PersonId by, Sealed<FreeText> text)
      implements EndingCommand {}

  record EndHold(
      ReferralId referral, OrganisationCode organisation, PersonId by, Sealed<FreeText> text)
      implements EndingCommand {}
}
