package baton.intake.status;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.custody.Custody;
import java.time.Instant;

/**
 * A referral of an agency's and what is known of it now.
 *
 * @param custody null until this service has read back what it recorded, which takes a moment
 */
record SentReferral(
    ReferralId id,
    OrganisationCode agency,
    String reference,
    String receiptNumber,
    Instant receivedAt,
    Custody custody) {}
