package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;

/**
 * A second person confirmed that an organisation which is not on Baton accepted: it has the
 * referral.
 *
 * @param number of the dissemination
 * @param acceptedAt when it accepted
 * @param theirReference under which it has the referral
 */
@JsonTypeName("baton.outside-acceptance-confirmed.v1")
@JsonPropertyOrder({
  "referral",
  "number",
  "organisation",
  "acceptedAt",
  "theirReference",
  "proposedBy",
  "confirmedBy"
})
public record OutsideAcceptanceConfirmed(
    ReferralId referral,
    int number,
    OrganisationCode organisation,
    Instant acceptedAt,
    String theirReference,
    PersonId proposedBy,
    PersonId confirmedBy)
    implements AllocationEvent, MovesCustody {
  public OutsideAcceptanceConfirmed {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(acceptedAt);
    requireNonNull(theirReference);
    requireNonNull(proposedBy);
    requireNonNull(confirmedBy);
  }

  @Override
  public Optional<Instant> occurredAt() {
    return Optional.of(acceptedAt);
  }
}
