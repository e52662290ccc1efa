package baton.contract.feed;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Wire names of the feed's events and back, read once from the sealed hierarchy. */
public final class FeedTypes {
  private static final Map<String, Class<? extends FeedEvent>> BY_NAME = new LinkedHashMap<>();

  static {
    for (Class<?> permitted : FeedEvent.class.getPermittedSubclasses()) {
      String name = nameOf(permitted.asSubclass(FeedEvent.class));
      if (BY_NAME.put(name, permitted.asSubclass(FeedEvent.class)) != null)
        throw new IllegalStateException(name + " names two events");
    }
  }

  private FeedTypes() {}

  /** Such as {@code baton.feed.disseminated.v1}. */
  public static String nameOf(Class<? extends FeedEvent> event) {
    JsonTypeName name = event.getAnnotation(JsonTypeName.class);
    if (name == null) throw new IllegalStateException(event + " has no wire name");
    return name.value();
  }

  /** Empty for what a later version tells: a reader skips it. */
  public static Optional<Class<? extends FeedEvent>> classOf(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  public static Collection<String> names() {
    return BY_NAME.keySet();
  }
}
