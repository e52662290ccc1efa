package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A second person confirmed the outcome: the referral is closed and needs no custodian (R37). */
@JsonTypeName("baton.case-concluded.v1")
@JsonPropertyOrder({"referral", "outcome", "proposedBy", "confirmedBy"})
public record CaseConcluded(
    ReferralId referral, Outcome outcome, PersonId proposedBy, PersonId confirmedBy)
    implements AllocationEvent, MovesCustody {
  public CaseConcluded {
    requireNonNull(referral);
    requireNonNull(outcome);
    requireNonNull(proposedBy);
    requireNonNull(confirmedBy);
  }
}
