package baton.intake.progress.model;

import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.decision.Command;

/** What a sender and those who work on its referral say to each other. */
public sealed interface ProgressCommand extends Command {
  ReferralId referral();

  /** On whose behalf. */
  OrganisationCode organisation();

  @Override
  default String stream() {
    return referral().toString();
  }

  /**
   * The sender asks how it stands.
   *
   * @param concluded whether there is nobody left to ask
   * @param text what it asks, or null
   */
  record RequestProgress(
      ReferralId referral, OrganisationCode organisation, boolean concluded, Sealed<FreeText> text)
      implements ProgressCommand {}

  /**
   * The sender is told.
   *
   * @param answerable the organisation that has it, or had it when it was concluded
   * @param request the number of the request that this answers, or null
   */
  record ReportProgress(
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      OrganisationCode answerable,
      Integer request,
      Sealed<FreeText> text)
      implements ProgressCommand {}
}
