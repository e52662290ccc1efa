package baton.platform.wiring;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.journal.ParkReason;
import baton.contract.journal.ParkingEvent;
import baton.journal.envelope.Attributes;
import baton.journal.relay.RelayParking;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells the log what the broker refuses of it, in the stream that the reader's parking uses. */
@Singleton
class RelayParkingRecorder implements RelayParking {

  private final Provider<AxonJournal> journal;
  private final Transactions transactions;
  private final String service;

  RelayParkingRecorder(
      Provider<AxonJournal> journal, Transactions transactions, BatonConfig config) {
    this.journal = journal;
    this.transactions = transactions;
    this.service = config.service();
  }

  @Override
  public void parked(ReferralId referral, EventId event, String type) {
    record(new EventParked(referral, service, event, type, ParkReason.UNPUBLISHABLE), event);
  }

  @Override
  public void released(ReferralId referral, EventId event) {
    record(new EventReleased(referral, service, event), event);
  }

  private void record(ParkingEvent event, EventId cause) {
    transactions.inTransaction(
        () -> {
          EventStore store = journal.get().eventStore();
          String stream = "parking-" + event.referral();
          long next = store.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
          var attributes =
              Map.of(
                  Attributes.ACTOR, Actor.system(service).toString(),
                  Attributes.ORGANISATION, OrganisationCode.BATON.toString(),
                  Attributes.CAUSATION_ID, cause.toString());
          store.publish(
              new GenericDomainEventMessage<>("Parking", stream, next, event, attributes));
          return null;
        });
  }
}
