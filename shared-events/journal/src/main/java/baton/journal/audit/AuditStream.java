package baton.journal.audit;

import baton.contract.journal.AuditEvent;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells the register how store and log compare: stream {@code store-audit-<service>}. */
record AuditStream(EventStore events) {
  /** Axon's name for the kind of stream, chosen by hand. */
  private static final String AGGREGATE = "StoreAudit";

  void record(AuditEvent event) {
    String stream = "store-audit-" + event.service();
    long next = events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    events.publish(new GenericDomainEventMessage<>(AGGREGATE, stream, next, event, Map.of()));
  }
}
