package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * Clocks that concern the force were set, moved, met or stopped.
 *
 * @param deadlines those that changed, as they are now; never empty
 */
@JsonTypeName("baton.feed.deadline-changed.v1")
@JsonPropertyOrder({"referral", "deadlines"})
public record DeadlineChanged(ReferralId referral, List<Deadline> deadlines) implements FeedEvent {
  public DeadlineChanged {
    requireNonNull(referral);
    deadlines = List.copyOf(deadlines);
  }
}
