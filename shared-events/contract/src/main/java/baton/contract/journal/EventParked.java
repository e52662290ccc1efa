package baton.contract.journal;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A service could not apply an event: it waits, and so does every later one of the same referral in
 * that service.
 */
@JsonTypeName("baton.event-parked.v1")
@JsonPropertyOrder({"referral", "service", "parked", "parkedType", "reason"})
public record EventParked(
    ReferralId referral, String service, EventId parked, String parkedType, ParkReason reason)
    implements ParkingEvent {
  public EventParked {
    requireNonNull(referral);
    requireNonNull(service);
    requireNonNull(parked);
    requireNonNull(reason);
  }
}
