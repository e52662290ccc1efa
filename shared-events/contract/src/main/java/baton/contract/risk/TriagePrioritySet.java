package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.HoldsPersonalData;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The NCA judged how soon the referral must reach a force. Not the risk grade.
 *
 * @param before null where none was set
 */
@JsonTypeName("baton.triage-priority-set.v1")
@JsonPropertyOrder({"referral", "before", "priority", "sealed"})
public record TriagePrioritySet(
    ReferralId referral, Grade before, Grade priority, Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, TriagePrioritySet> {
  public TriagePrioritySet {
    requireNonNull(referral);
    requireNonNull(priority);
  }

  @Override
  public TriagePrioritySet withSealed(Sealed<FreeText> box) {
    return new TriagePrioritySet(referral, before, priority, box);
  }
}
