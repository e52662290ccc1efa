package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.EarlierVersion;
import baton.contract.EarlierVersions;
import baton.contract.EventTypes;
import baton.journal.envelope.JournalJson;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Stored events carry the contract's wire name and no revision, so that a Java rename cannot orphan
 * history. Earlier versions are read as today's events. Everything else of Axon's (metadata,
 * messages) is plain Jackson.
 */
final class EventSerializer extends JacksonSerializer {
  private static final Pattern WIRE_NAME = Pattern.compile("baton\\.[a-z0-9-]+\\.v\\d+");

  private final EarlierVersions earlier;

  EventSerializer(EarlierVersions earlier) {
    super(builder().objectMapper(JournalJson.mapper().copy()).lenientDeserialization());
    this.earlier = earlier;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return type != null && BatonEvent.class.isAssignableFrom(type)
        ? new SimpleSerializedType(EventTypes.nameOf(type), null)
        : super.typeForClass(type);
  }

  /**
   * @throws NewerEvent if a later version of this service wrote it: without it the aggregate would
   *     be decided upon as it was before
   */
  @Override
  protected String resolveClassName(SerializedType type) {
    String name = type.getName();
    var today = EventTypes.classOf(name).<Class<?>>map(known -> known);
    var known = today.or(() -> earlier.find(name).map(EarlierVersions.Entry::is));
    if (known.isEmpty() && WIRE_NAME.matcher(name).matches()) throw new NewerEvent(name);
    return known.map(Class::getName).orElseGet(() -> super.resolveClassName(type));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S, T> T deserialize(SerializedObject<S> stored) {
    var was = earlier.find(stored.getType().getName()).map(EarlierVersions.Entry::was);
    if (was.isEmpty()) return super.deserialize(stored);
    EarlierVersion<?> then =
        super.deserialize(
            new SimpleSerializedObject<>(
                stored.getData(), stored.getContentType(), was.get().getName(), null));
    return (T) then.today();
  }
}
