package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The force is offered it no longer, by no answer of its own.
 *
 * @param number of the dissemination
 */
@JsonTypeName("baton.feed.withdrawn.v1")
@JsonPropertyOrder({"referral", "number", "how"})
public record Withdrawn(ReferralId referral, int number, How how) implements FeedEvent {
  public enum How {
    /** Who offered it took it back. */
    TAKEN_BACK,
    /** It is offered anew: to another organisation, or to the same under another number. */
    OFFERED_ANEW,
    /** It is with another hand, or concluded. */
    LAPSED
  }

  public Withdrawn {
    requireNonNull(referral);
    requireNonNull(how);
  }
}
