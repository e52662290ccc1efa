package baton.journal.store;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.access.AccessEvent;
import baton.journal.envelope.Attributes;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import baton.journal.seal.DataKey;
import baton.journal.seal.Sealer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;

/**
 * One event on its way into the store.
 *
 * @param message as the aggregate applied it
 */
record Append(DomainEventMessage<?> message, EventId id, BatonEvent event) {
  private static final EventCodec CODEC = new EventCodec();

  /**
   * @throws IllegalArgumentException if it is no event of the contract, or of no aggregate
   */
  static Append of(EventMessage<?> message) {
    if (message instanceof DomainEventMessage<?> domain
        && domain.getPayload() instanceof BatonEvent event)
      return new Append(domain, EventId.of(domain.getIdentifier()), event);
    throw new IllegalArgumentException(
        "only events of the contract, applied by an aggregate, are stored; this is a "
            + message.getPayloadType().getName());
  }

  Optional<ReferralId> referral() {
    return event instanceof ReferralEvent one ? Optional.of(one.referral()) : Optional.empty();
  }

  /**
   * Under which key of {@link ReferralClock} it is stamped. Who opens something of a referral waits
   * for nobody who opens something of another.
   */
  UUID clockKey() {
    return event instanceof AccessEvent access
        ? access.referral().value()
        : referral().map(ReferralId::value).orElse(ReferralClock.REGISTER);
  }

  boolean needsKey() {
    return referral().isPresent() && Sealer.isOpen(event);
  }

  /** What is stored and published. */
  Stored stored(JournalParts parts, Sealer sealer, DataKey key, Instant recordedTime) {
    BatonEvent closed =
        event instanceof HoldsPersonalData<?, ?> holder && Sealer.isOpen(event)
            ? sealed(sealer, holder, key)
            : event;
    MetaData said = message.getMetaData();
    Instant time = Times.truncated(occurred().orElse(recordedTime));
    var recorded =
        new Recorded<>(
            id,
            parts.source(),
            message.getAggregateIdentifier(),
            referral().orElse(null),
            message.getSequenceNumber(),
            time,
            recordedTime,
            Actor.of(said(said, Attributes.ACTOR, "system:" + parts.service())),
            OrganisationCode.of(
                said(said, Attributes.ORGANISATION, OrganisationCode.BATON.value())),
            said(said, Attributes.CAUSATION_ID, null),
            said(said, Attributes.CORRELATION_ID, null),
            closed);
    return new Stored(
        message.getType(),
        recorded,
        envelope(
            recorded,
            said(said, Attributes.MARKING, Envelope.DEFAULT_MARKING),
            said(said, Attributes.TRACEPARENT, null)));
  }

  private Optional<Instant> occurred() {
    return event instanceof ReferralEvent one ? one.occurredAt() : Optional.empty();
  }

  private <T> BatonEvent sealed(Sealer sealer, HoldsPersonalData<T, ?> holder, DataKey key) {
    return (BatonEvent) holder.withSealed(sealer.seal(holder.sealed().open(), id, key));
  }

  private static Envelope envelope(
      Recorded<? extends BatonEvent> recorded, String marking, String traceparent) {
    return new Envelope(
        recorded.id().toString(),
        recorded.source(),
        EventTypes.nameOf(recorded.event().getClass()),
        recorded.subject(),
        recorded.referral() == null ? null : recorded.referral().toString(),
        recorded.streamSequence(),
        Times.text(recorded.time()),
        Times.text(recorded.recordedTime()),
        recorded.actor().toString(),
        recorded.organisation().value(),
        recorded.causationId(),
        recorded.correlationId(),
        marking,
        recorded.event() instanceof MovesCustody,
        traceparent,
        CODEC.data(recorded.event()));
  }

  private static String said(MetaData metaData, String name, String otherwise) {
    Object value = metaData.get(name);
    return value == null ? otherwise : value.toString();
  }

  /**
   * @param type the aggregate's, chosen by hand
   */
  record Stored(String type, Recorded<? extends BatonEvent> recorded, Envelope envelope) {}
}
