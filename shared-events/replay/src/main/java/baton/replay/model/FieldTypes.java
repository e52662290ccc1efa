package baton.replay.model;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which type a member of an event has, and what is proven of it. Members of no type of their own,
 * such as a plain text, have a proof of their own.
 */
final class FieldTypes {
  private static final String IN_DATA = "data/";

  /** Types that there are many values of: asked themselves, rather than by reading an event. */
  private static final Map<Class<?>, Predicate<String>> READABLE =
      Map.of(
          Actor.class, made(Actor::of),
          OrganisationCode.class, made(OrganisationCode::of),
          PersonId.class, made(PersonId::of),
          TeamId.class, made(TeamId::new));

  private final Map<Class<?>, Proven> proven = new HashMap<>();

  /** By the path of a member: an attribute's name or, in the data, {@code data/} and its name. */
  Function<String, Proven> of(BatonEvent event) {
    var types = new HashMap<String, Class<?>>();
    types.put("actor", Actor.class);
    types.put("organisation", OrganisationCode.class);
    if (event.getClass().isRecord())
      for (RecordComponent component : event.getClass().getRecordComponents())
        types.put(IN_DATA + component.getName(), component.getType());
    return path -> {
      Class<?> type = types.get(path);
      return type == null || !saysWhatItLooksLike(type)
          ? Proven.ofText()
          : proven.computeIfAbsent(
              type, each -> Proven.ofType(READABLE.getOrDefault(each, text -> false)));
    };
  }

  private static Predicate<String> made(Function<String, ?> maker) {
    return text -> {
      try {
        return maker.apply(text) != null;
      } catch (IllegalArgumentException none) {
        return false;
      }
    };
  }

  private static boolean saysWhatItLooksLike(Class<?> type) {
    return type.isEnum() || type == boolean.class || type == int.class || type.isRecord();
  }
}
