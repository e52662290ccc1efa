package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The named officer took the case over. */
@JsonTypeName("baton.allocation-accepted.v1")
@JsonPropertyOrder({"referral", "number", "force", "team", "officer"})
public record AllocationAccepted(
    ReferralId referral, int number, OrganisationCode force, TeamId team, PersonId officer)
    implements AllocationEvent, MovesCustody {
  public AllocationAccepted {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(officer);
  }
}
