package baton.journal.store;

import baton.journal.envelope.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands what a command says of its origin on to the events that it leads to. */
final class CommandAttributes implements CorrelationDataProvider {
  private static final List<String> HANDED_ON =
      List.of(
          Attributes.ACTOR,
          Attributes.ORGANISATION,
          Attributes.CAUSATION_ID,
          Attributes.CORRELATION_ID,
          Attributes.MARKING,
          Attributes.TRACEPARENT);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    var handedOn = new HashMap<String, Object>();
    for (String name : HANDED_ON) {
      Object value = message.getMetaData().get(name);
      if (value != null) handedOn.put(name, value);
    }
    return handedOn;
  }
}
