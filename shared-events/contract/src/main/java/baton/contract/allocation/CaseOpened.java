package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A case is open for the referral, from its receipt on, although no force has it yet. */
@JsonTypeName("baton.case-opened.v1")
@JsonPropertyOrder({"referral"})
public record CaseOpened(ReferralId referral) implements AllocationEvent {
  public CaseOpened {
    requireNonNull(referral);
  }
}
