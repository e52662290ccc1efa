package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.journal.envelope.JournalJson;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Stored events carry the contract's wire name and no revision, so that a Java rename cannot orphan
 * history. Everything else of Axon's (metadata, messages) is plain Jackson.
 */
final class EventSerializer extends JacksonSerializer {
  EventSerializer() {
    super(builder().objectMapper(JournalJson.mapper().copy()).lenientDeserialization());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return type != null && BatonEvent.class.isAssignableFrom(type)
        ? new SimpleSerializedType(EventTypes.nameOf(type), null)
        : super.typeForClass(type);
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    return EventTypes.classOf(type.getName())
        .<String>map(Class::getName)
        .orElseGet(() -> super.resolveClassName(type));
  }
}
