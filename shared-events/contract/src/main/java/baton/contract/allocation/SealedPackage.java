package baton.contract.allocation;

import baton.contract.intake.ReferralDetails;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a force is given: the referral as it stood when it was disseminated, complete enough to act
 * on without asking back.
 *
 * @param referral the newest version as the sender wrote it
 * @param note what the disseminating officer adds, or null
 */
@JsonPropertyOrder({"referral", "note"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealedPackage(ReferralDetails referral, String note) {}
