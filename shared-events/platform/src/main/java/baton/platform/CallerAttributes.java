package baton.platform;

import baton.contract.Actor;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.journal.envelope.Attributes;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The metadata of a command: who, for whom, and what led to it. Names are the envelope's. */
final class CallerAttributes {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private CallerAttributes() {}

  /** Of a person or an agency that asks over REST: the request begins a chain. */
  static Map<String, Object> of(Caller caller, String traceparent) {
    return of(caller.actor(), caller, traceparent);
  }

  /** Of a force's system that speaks for itself and for no person of the force. */
  static Map<String, Object> ofForceSystem(Caller caller, String traceparent) {
    return of(Actor.system(Role.FORCE_SYSTEM.claim()), caller, traceparent);
  }

  private static Map<String, Object> of(Actor actor, Caller caller, String traceparent) {
    var attributes = new HashMap<String, Object>();
    attributes.put(Attributes.ACTOR, actor.toString());
    attributes.put(Attributes.ORGANISATION, caller.organisation().toString());
    attributes.put(Attributes.CORRELATION_ID, UuidCreator.getTimeOrderedEpoch().toString());
    if (traceparent != null && TRACEPARENT.matcher(traceparent).matches())
      attributes.put(Attributes.TRACEPARENT, traceparent);
    return attributes;
  }

  /** Of a service that reacts to what it has read. */
  static Map<String, Object> of(Recorded<?> cause, String service) {
    return Map.of(
        Attributes.ACTOR, Actor.system(service).toString(),
        Attributes.ORGANISATION, OrganisationCode.BATON.toString(),
        Attributes.CAUSATION_ID, cause.id().toString(),
        Attributes.CORRELATION_ID,
            cause.correlationId() == null ? cause.id().toString() : cause.correlationId());
  }

  /** Of a service that acts by itself, at a time and not at an event. */
  static Map<String, Object> of(String service) {
    return Map.of(
        Attributes.ACTOR, Actor.system(service).toString(),
        Attributes.ORGANISATION, OrganisationCode.BATON.toString());
  }
}
