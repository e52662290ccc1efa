package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The case was offered to a named officer. Custody stays where it is until he or she accepts (R2).
 *
 * @param number counts the allocations of this referral, from 1
 */
@JsonTypeName("baton.case-allocated.v1")
@JsonPropertyOrder({"referral", "number", "officer", "team"})
public record CaseAllocated(ReferralId referral, int number, PersonId officer, TeamId team)
    implements AllocationEvent {
  public CaseAllocated {
    requireNonNull(referral);
    requireNonNull(officer);
  }
}
