package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;

/**
 * Something of a listed kind was done (R12).
 *
 * @param happenedAt when it was done, which may be before it was entered
 */
@JsonTypeName("baton.action-recorded.v1")
@JsonPropertyOrder({"referral", "kind", "happenedAt", "by", "sealed"})
public record ActionRecorded(
    ReferralId referral, ActionKind kind, Instant happenedAt, PersonId by, Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, ActionRecorded> {
  public ActionRecorded {
    requireNonNull(referral);
    requireNonNull(kind);
    requireNonNull(happenedAt);
    requireNonNull(by);
  }

  @Override
  public ActionRecorded withSealed(Sealed<FreeText> box) {
    return new ActionRecorded(referral, kind, happenedAt, by, box);
  }

  @Override
  public Optional<Instant> occurredAt() {
    return Optional.of(happenedAt);
  }
}
