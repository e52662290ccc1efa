package baton.journal.envelope;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EarlierVersions;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.Unrecognised;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;

/** Events to the JSON of {@code data} and back. */
public final class EventCodec {
  private final ObjectMapper json = JournalJson.mapper();
  private final EarlierVersions earlier;

  public EventCodec() {
    this(EarlierVersions.OF_CONTRACT);
  }

  public EventCodec(EarlierVersions earlier) {
    this.earlier = earlier;
  }

  /**
   * The event as one JSON object.
   *
   * @throws IllegalStateException if its personal data is still open: that is never written
   */
  public String data(BatonEvent event) {
    if (event instanceof HoldsPersonalData<?, ?> holder
        && holder.sealed() != null
        && holder.sealed().isOpen())
      throw new IllegalStateException(event.getClass().getSimpleName() + " is not sealed yet");
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
    }
  }

  /**
   * The event with what its envelope says. An earlier version gives today's event; a type that this
   * reader does not know gives {@link Unrecognised}.
   *
   * @throws UnreadableEvent if {@code data} is not what the type promises
   */
  public Recorded<? extends BatonEvent> decode(Envelope envelope) {
    try {
      BatonEvent event = event(envelope);
      ReferralId referral = envelope.referral() == null ? null : ReferralId.of(envelope.referral());
      if (event instanceof ReferralEvent one && !one.referral().equals(referral))
        throw new UnreadableEvent("data and envelope name different referrals");
      return new Recorded<>(
          EventId.of(envelope.id()),
          envelope.source(),
          envelope.subject(),
          referral,
          envelope.streamSequence(),
          Instant.parse(envelope.time()),
          Instant.parse(envelope.recordedTime()),
          Actor.of(envelope.actor()),
          OrganisationCode.of(envelope.organisation()),
          envelope.causationId(),
          envelope.correlationId(),
          event);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      // Jackson's messages quote the source, which may hold what a person wrote: not passed on.
      throw new UnreadableEvent("not a readable " + envelope.type());
    }
  }

  /** Whether events of that type are more than {@link Unrecognised}. */
  public boolean knows(String type) {
    return EventTypes.classOf(type).isPresent() || earlier.find(type).isPresent();
  }

  private BatonEvent event(Envelope envelope) throws JsonProcessingException {
    var known = EventTypes.classOf(envelope.type());
    if (known.isPresent()) return read(envelope, known.get());
    var was = earlier.find(envelope.type());
    return was.isPresent()
        ? read(envelope, was.get().was()).today()
        : new Unrecognised(envelope.type(), envelope.custodyMoves());
  }

  private <T> T read(Envelope envelope, Class<T> type) throws JsonProcessingException {
    T event = json.readValue(envelope.data(), type);
    if (event == null) throw new UnreadableEvent("data is null");
    return event;
  }
}
