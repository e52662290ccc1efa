package baton.journal.reader;

import baton.contract.ReferralEvent;
import baton.simulation.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** As much of Axon's event store as the parking stream needs. */
record SimulatedEvents(Supplier<Work> work) implements EventStore {
  @Override
  public Optional<Long> lastSequenceNumberFor(String stream) {
    long next = work.get().next(stream);
    return next == 0 ? Optional.empty() : Optional.of(next - 1);
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> each : events) {
      var event = (DomainEventMessage<?>) each;
      work.get().append(event.getAggregateIdentifier(), (ReferralEvent) event.getPayload(), null);
    }
  }

  @Override
  public DomainEventStream readEvents(String stream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
    throw new UnsupportedOperationException();
  }
}
