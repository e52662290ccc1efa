package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.allocation.RevertReason;
import baton.roster.Cover;

/**
 * The custodian left, is suspended or long absent: who was named beforehand has it (R4). Refused if
 * that person does not hold it any more. Who is the NCA's assessor is risk-service's to say: {@code
 * Reversions} compares with what was read of that and sends this.
 *
 * @param organisation of the person who has it
 */
public record RevertCustody(
    ReferralId referral,
    OrganisationCode organisation,
    PersonId from,
    RevertReason because,
    Cover to)
    implements CaseCommand {}
