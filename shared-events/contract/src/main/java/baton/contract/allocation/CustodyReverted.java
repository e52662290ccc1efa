package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The custodian is gone or long absent: who was named beforehand has it (R4).
 *
 * @param fromPerson who had it
 * @param person null where a post has it
 * @param post null where a person has it
 */
@JsonTypeName("baton.custody-reverted.v1")
@JsonPropertyOrder({
  "referral",
  "fromOrganisation",
  "fromPerson",
  "because",
  "organisation",
  "team",
  "person",
  "post"
})
public record CustodyReverted(
    ReferralId referral,
    OrganisationCode fromOrganisation,
    PersonId fromPerson,
    RevertReason because,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    String post)
    implements AllocationEvent, MovesCustody {
  public CustodyReverted {
    requireNonNull(referral);
    requireNonNull(fromOrganisation);
    requireNonNull(fromPerson);
    requireNonNull(because);
    requireNonNull(organisation);
  }
}
