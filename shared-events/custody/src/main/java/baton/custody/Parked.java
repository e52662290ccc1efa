package baton.custody;

import baton.contract.EventId;
import baton.contract.journal.ParkReason;

/**
 * A service could not apply an event of this referral.
 *
 * @param service such as risk-service
 * @param event the event that waits
 * @param type its wire name, or null where it could not be read
 * @param by the event that said so
 * @param releasedBy the event that said it was applied after all, or null
 */
public record Parked(
    String service, EventId event, String type, ParkReason reason, Entry by, Entry releasedBy) {
  /** It still waits. */
  public boolean waiting() {
    return releasedBy == null;
  }

  Parked released(Entry released) {
    return new Parked(service, event, type, reason, by, released);
  }
}
