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

/**
 * The content at the provider was obtained, or the provider was made to keep it.
 *
 * @param until how long the provider keeps it, or null where it was obtained
 */
@JsonTypeName("baton.content-secured.v1")
@JsonPropertyOrder({"referral", "organisation", "until", "by", "sealed"})
public record ContentSecured(
    ReferralId referral,
    OrganisationCode organisation,
    Instant until,
    PersonId by,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, ContentSecured> {
  public ContentSecured {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(by);
  }

  @Override
  public ContentSecured withSealed(Sealed<FreeText> box) {
    return new ContentSecured(referral, organisation, until, by, box);
  }
}
