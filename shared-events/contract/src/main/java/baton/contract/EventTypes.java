package baton.contract;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wire names to events and back, read once from the sealed hierarchy: an event without a name fails
 * here, at start, not at its first use.
 */
public final class EventTypes {
  private static final Map<String, Class<? extends BatonEvent>> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

  static {
    collect(BatonEvent.class);
  }

  private EventTypes() {}

  /** Such as {@code baton.referral-received.v1}. */
  public static String nameOf(Class<?> event) {
    String name = BY_CLASS.get(event);
    if (name == null)
      throw new IllegalArgumentException(event + " is not an event of the contract");
    return name;
  }

  public static Optional<Class<? extends BatonEvent>> classOf(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  public static Collection<String> names() {
    return BY_NAME.keySet();
  }

  private static void collect(Class<? extends BatonEvent> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses())
        collect(permitted.asSubclass(BatonEvent.class));
      return;
    }
    if (type == Unrecognised.class || BY_CLASS.containsKey(type)) return;
    JsonTypeName name = type.getAnnotation(JsonTypeName.class);
    if (name == null) throw new IllegalStateException(type + " has no wire name");
    if (BY_NAME.put(name.value(), type) != null)
      throw new IllegalStateException(name.value() + " names two events");
    BY_CLASS.put(type, name.value());
  }
}
