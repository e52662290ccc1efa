package baton.intake.status;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.custody.Custody;
import java.time.Instant;

/**
 * A referral of an agency's and what is known of it now.
 *
 * @param originatedBy the organisation that brought it in itself, or null
 * @param custody null until this service has read back what it recorded, which takes a moment
 */
public record SentReferral(
    ReferralId id,
    OrganisationCode agency,
    String reference,
    String receiptNumber,
    Instant receivedAt,
    OrganisationCode originatedBy,
    Custody custody) {

  /** Whether anything of it was read back. */
  boolean isRead() {
    return custody != null && custody.stage() != null;
  }

  public boolean concluded() {
    return isRead() && !custody.open();
  }

  /** The organisation that has it; null once it is concluded. */
  public OrganisationCode custodian() {
    if (!isRead()) return originatedBy == null ? OrganisationCode.NCA : originatedBy;
    return custody.custodian() == null ? null : custody.custodian().organisation();
  }

  /** The organisation that answers for it: who has it, or had it when it was concluded. */
  public OrganisationCode answerable() {
    OrganisationCode now = custodian();
    if (now != null) return now;
    return custody.force() == null ? OrganisationCode.NCA : custody.force();
  }
}
