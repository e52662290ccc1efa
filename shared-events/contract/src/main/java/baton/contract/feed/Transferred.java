package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The force had it and has it no more: that it went, and to whom. What becomes of it there is not
 * told.
 *
 * @param to who has it now
 */
@JsonTypeName("baton.feed.transferred.v1")
@JsonPropertyOrder({"referral", "to"})
public record Transferred(ReferralId referral, OrganisationCode to) implements FeedEvent {
  public Transferred {
    requireNonNull(referral);
    requireNonNull(to);
  }
}
