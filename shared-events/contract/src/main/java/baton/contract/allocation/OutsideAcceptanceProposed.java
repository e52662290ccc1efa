package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody recorded that an organisation which is not on Baton accepted; a second person has to
 * confirm. Custody is unchanged.
 *
 * @param number of the dissemination
 * @param acceptedAt when it accepted
 * @param theirReference under which it has the referral
 */
@JsonTypeName("baton.outside-acceptance-proposed.v1")
@JsonPropertyOrder({
  "referral",
  "number",
  "organisation",
  "acceptedAt",
  "theirReference",
  "by",
  "sealed"
})
public record OutsideAcceptanceProposed(
    ReferralId referral,
    int number,
    OrganisationCode organisation,
    Instant acceptedAt,
    String theirReference,
    PersonId by,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, OutsideAcceptanceProposed> {
  public OutsideAcceptanceProposed {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(acceptedAt);
    requireNonNull(theirReference);
    requireNonNull(by);
  }

  @Override
  public OutsideAcceptanceProposed withSealed(Sealed<FreeText> box) {
    return new OutsideAcceptanceProposed(
        referral, number, organisation, acceptedAt, theirReference, by, box);
  }

  @Override
  public Optional<Instant> occurredAt() {
    return Optional.of(acceptedAt);
  }
}
