package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.BatchId;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * An agency handed a referral over and got its receipt. The receiving desk is custodian from here
 * on (R1).
 *
 * @param reference the sender's own, unique per agency (R5)
 * @param force the force that the sender named, or null
 * @param actionable false for an informational report: held and linkable, it starts no force clock
 *     (R35)
 * @param urgent the sender gave a reason for urgency: provisional very high from receipt
 * @param suspectNamed somebody in it is the suspect and has a name, an address or an account
 * @param childLinked a child is named in it as a victim or at risk
 * @param providerReportedAt when the provider reported it: its content is kept for a year from
 *     then; or null
 * @param batch the package it came in, or null
 * @param contentHash SHA-256, hex, of the referral id and the canonical content: tells a repeat
 *     from an amendment
 */
@JsonTypeName("baton.referral-received.v1")
@JsonPropertyOrder({
  "referral",
  "agency",
  "reference",
  "receiptNumber",
  "type",
  "force",
  "actionable",
  "urgent",
  "suspectNamed",
  "childLinked",
  "providerReportedAt",
  "batch",
  "contentHash",
  "sealed"
})
public record ReferralReceived(
    ReferralId referral,
    OrganisationCode agency,
    String reference,
    String receiptNumber,
    ReferralType type,
    OrganisationCode force,
    boolean actionable,
    boolean urgent,
    boolean suspectNamed,
    boolean childLinked,
    Instant providerReportedAt,
    BatchId batch,
    String contentHash,
    Sealed<ReferralDetails> sealed)
    implements IntakeEvent, MovesCustody, HoldsPersonalData<ReferralDetails, ReferralReceived> {
  public ReferralReceived {
    requireNonNull(referral);
    requireNonNull(agency);
    requireNonNull(reference);
    requireNonNull(receiptNumber);
    requireNonNull(type);
    requireNonNull(contentHash);
  }

  @Override
  public ReferralReceived withSealed(Sealed<ReferralDetails> box) {
    return new ReferralReceived(
        referral,
        agency,
        reference,
        receiptNumber,
        type,
        force,
        actionable,
        urgent,
        suspectNamed,
        childLinked,
        providerReportedAt,
        batch,
        contentHash,
        box);
  }
}
