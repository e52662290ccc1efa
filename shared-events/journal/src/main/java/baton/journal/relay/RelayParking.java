package baton.journal.relay;

import baton.contract.EventId;
import baton.contract.ReferralId;

/**
 * Records in the store that the broker refuses an event for good, and that it took it at last. The
 * relay may tell the same twice; an implementation that fails is told again.
 */
public interface RelayParking {
  /** To be recorded as {@code EventParked}, reason {@code UNPUBLISHABLE}. */
  void parked(ReferralId referral, EventId event, String type);

  /** To be recorded as {@code EventReleased}. */
  void released(ReferralId referral, EventId event);
}
