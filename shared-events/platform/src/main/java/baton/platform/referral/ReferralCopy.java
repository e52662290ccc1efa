package baton.platform.referral;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;

/**
 * What the sender said last of a referral.
 *
 * @param reference the sender's
 * @param force the one that the sender named first, or null: an amendment's is for an assessor to
 *     judge
 * @param version 1 until it is amended
 * @param sealedBy the event whose box this is
 */
public record ReferralCopy(
    ReferralId referral,
    OrganisationCode agency,
    String reference,
    OrganisationCode force,
    boolean urgent,
    boolean actionable,
    int version,
    EventId sealedBy,
    Sealed<ReferralDetails> sealed) {

  static ReferralCopy received(Recorded<?> recorded, ReferralReceived e) {
    return new ReferralCopy(
        e.referral(),
        e.agency(),
        e.reference(),
        e.force(),
        e.urgent(),
        e.actionable(),
        1,
        recorded.id(),
        e.sealed());
  }

  ReferralCopy amended(Recorded<?> recorded, ReferralAmended e) {
    return new ReferralCopy(
        referral,
        agency,
        reference,
        force,
        e.urgent(),
        e.actionable(),
        e.version(),
        recorded.id(),
        e.sealed());
  }
}
