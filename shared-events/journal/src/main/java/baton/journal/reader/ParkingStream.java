package baton.journal.reader;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.journal.ParkingEvent;
import baton.journal.envelope.Attributes;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Tells the log that a referral waits, or no longer does: stream {@code parking-<referral>}. What
 * belongs to no referral is listed and counted, but has no story that could tell of it.
 *
 * @param service who could not apply it, such as {@code risk-service}
 */
record ParkingStream(EventStore events, String service) {
  /** Axon's name for the kind of stream, chosen by hand. */
  private static final String AGGREGATE = "Parking";

  void parked(Held held) {
    LogRecord record = held.record();
    String type = record.envelope() == null ? null : record.envelope().type();
    record
        .referral()
        .map(one -> new EventParked(one, service, eventId(record), type, held.reason()))
        .ifPresent(event -> publish(event, record));
  }

  void released(LogRecord record) {
    record
        .referral()
        .map(one -> new EventReleased(one, service, eventId(record)))
        .ifPresent(event -> publish(event, record));
  }

  /** Unreadable bytes have no id; theirs is derived from the place at which they stand. */
  static EventId eventId(LogRecord record) {
    if (record.envelope() != null) return EventId.of(record.envelope().id());
    String place = "%s/%d/%d".formatted(record.topicId(), record.partition(), record.offset());
    return new EventId(UuidCreator.getNameBasedSha1(place));
  }

  private void publish(ParkingEvent event, LogRecord cause) {
    String stream = stream(event.referral());
    long next = events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    events.publish(
        new GenericDomainEventMessage<>(AGGREGATE, stream, next, event, attributes(cause)));
  }

  private static String stream(ReferralId referral) {
    return "parking-" + referral;
  }

  private Map<String, Object> attributes(LogRecord cause) {
    var attributes = new HashMap<String, Object>();
    attributes.put(Attributes.ACTOR, Actor.system(service).toString());
    attributes.put(Attributes.ORGANISATION, OrganisationCode.BATON.value());
    attributes.put(Attributes.CAUSATION_ID, eventId(cause).toString());
    if (cause.envelope() != null && cause.envelope().correlationId() != null)
      attributes.put(Attributes.CORRELATION_ID, cause.envelope().correlationId());
    return attributes;
  }
}
