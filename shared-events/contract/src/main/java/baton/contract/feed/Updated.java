package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The sender sent more, or other, of a referral that the force has or is offered. The package as it
 * was disseminated stands beside it unchanged (R33).
 *
 * @param version 2 for the first amendment
 * @param actionable false for an informational report
 * @param content the referral as it is now, without the disseminating officer's note
 */
@JsonTypeName("baton.feed.updated.v1")
@JsonPropertyOrder({
  "referral",
  "version",
  "type",
  "actionable",
  "urgent",
  "withheld",
  "conditions",
  "conditionsId",
  "package"
})
public record Updated(
    ReferralId referral,
    int version,
    ReferralType type,
    boolean actionable,
    boolean urgent,
    Withheld withheld,
    String conditions,
    EventId conditionsId,
    @JsonProperty("package") SealedPackage content)
    implements FeedEvent, CarriesContent {
  public Updated {
    requireNonNull(referral);
    requireNonNull(type);
  }
}
