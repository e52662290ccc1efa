package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A concluded case is open again: the last custodian has it, or the supervisor where that one is
 * gone.
 *
 * @param person null where a post has it
 * @param post null where a person has it
 */
@JsonTypeName("baton.case-reopened.v1")
@JsonPropertyOrder({"referral", "organisation", "team", "person", "post", "by", "sealed"})
public record CaseReopened(
    ReferralId referral,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    String post,
    PersonId by,
    Sealed<FreeText> sealed)
    implements AllocationEvent, MovesCustody, HoldsPersonalData<FreeText, CaseReopened> {
  public CaseReopened {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(by);
  }

  @Override
  public CaseReopened withSealed(Sealed<FreeText> box) {
    return new CaseReopened(referral, organisation, team, person, post, by, box);
  }
}
