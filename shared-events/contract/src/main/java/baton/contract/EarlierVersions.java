package baton.contract;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wire names that are read and no longer written. Nothing is ever taken out again. */
public final class EarlierVersions {
  /** No event of the contract has had a second version yet; each one's first is added here. */
  public static final EarlierVersions OF_CONTRACT = new EarlierVersions(Map.of());

  private final Map<String, Entry<?>> byName;

  private EarlierVersions(Map<String, Entry<?>> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** What was written once, and what it is read as. */
  public record Entry<E extends BatonEvent>(Class<? extends EarlierVersion<E>> was, Class<E> is) {}

  /**
   * @throws IllegalArgumentException if the earlier version has no wire name, or one that is taken
   */
  public <E extends BatonEvent> EarlierVersions with(
      Class<? extends EarlierVersion<E>> was, Class<E> is) {
    JsonTypeName name = was.getAnnotation(JsonTypeName.class);
    if (name == null) throw new IllegalArgumentException(was + " has no wire name");
    if (EventTypes.classOf(name.value()).isPresent() || byName.containsKey(name.value()))
      throw new IllegalArgumentException(name.value() + " names two events");
    EventTypes.nameOf(is);
    var all = new HashMap<>(byName);
    all.put(name.value(), new Entry<>(was, is));
    return new EarlierVersions(all);
  }

  public Optional<Entry<?>> find(String wireName) {
    return Optional.ofNullable(byName.get(wireName));
  }
}
