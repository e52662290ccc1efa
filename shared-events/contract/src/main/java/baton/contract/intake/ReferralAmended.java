package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.BatchId;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The sender sent the same reference with other content: a new version of the same referral; the
 * first stays as it was (R33).
 *
 * @param version 2 for the first amendment
 * @param actionable false for an informational report: held and linkable, it starts no force clock
 *     (R35)
 * @param urgent the sender gave a reason for urgency: provisional very high from receipt
 * @param suspectNamed somebody in it is the suspect and has a name, an address or an account
 * @param childLinked a child is named in it as a victim or at risk
 */
@JsonTypeName("baton.referral-amended.v1")
@JsonPropertyOrder({
  "referral",
  "receiptNumber",
  "version",
  "type",
  "force",
  "actionable",
  "urgent",
  "suspectNamed",
  "childLinked",
  "batch",
  "contentHash",
  "contentHashBefore",
  "sealed"
})
public record ReferralAmended(
    ReferralId referral,
    String receiptNumber,
    int version,
    ReferralType type,
    OrganisationCode force,
    boolean actionable,
    boolean urgent,
    boolean suspectNamed,
    boolean childLinked,
    BatchId batch,
    String contentHash,
    String contentHashBefore,
    Sealed<ReferralDetails> sealed)
    implements IntakeEvent, HoldsPersonalData<ReferralDetails, ReferralAmended> {
  public ReferralAmended {
    requireNonNull(referral);
    requireNonNull(receiptNumber);
    requireNonNull(type);
    requireNonNull(contentHash);
    requireNonNull(contentHashBefore);
  }

  @Override
  public ReferralAmended withSealed(Sealed<ReferralDetails> box) {
    return new ReferralAmended(
        referral,
        receiptNumber,
        version,
        type,
        force,
        actionable,
        urgent,
        suspectNamed,
        childLinked,
        batch,
        contentHash,
        contentHashBefore,
        box);
  }
}
