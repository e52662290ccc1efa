package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A named person at the force took the referral over. */
@JsonTypeName("baton.dissemination-accepted.v1")
@JsonPropertyOrder({"referral", "number", "force", "team", "person"})
public record DisseminationAccepted(
    ReferralId referral, int number, OrganisationCode force, TeamId team, PersonId person)
    implements AllocationEvent, MovesCustody {
  public DisseminationAccepted {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(person);
  }
}
