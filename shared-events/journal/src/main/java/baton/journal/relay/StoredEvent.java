package baton.journal.relay;

import baton.contract.EventTypes;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import java.util.Set;

/**
 * A row of the event store.
 *
 * @param envelope what goes on the log; null when the row is no event
 * @param fault why this row can never be published, or null
 */
record StoredEvent(Place place, String id, String type, Envelope envelope, String fault) {
  private static final Set<String> PARKING =
      Set.of(EventTypes.nameOf(EventParked.class), EventTypes.nameOf(EventReleased.class));

  /** The record's key: the referral, on the register the stream. */
  String key() {
    return envelope == null || envelope.referral() == null ? place.stream() : envelope.referral();
  }

  String topic() {
    return Topics.of(envelope);
  }

  /** Tells of parking, and so is published although its referral is parked. */
  boolean tellsOfParking() {
    return PARKING.contains(type);
  }
}
