package baton.contract.journal;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The event that waited was applied. */
@JsonTypeName("baton.event-released.v1")
@JsonPropertyOrder({"referral", "service", "released"})
public record EventReleased(ReferralId referral, String service, EventId released)
    implements ParkingEvent {
  public EventReleased {
    requireNonNull(referral);
    requireNonNull(service);
    requireNonNull(released);
  }
}
