package baton.escalation.sample;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.Sealed;
import baton.contract.Unrecognised;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What of an event may be shown to inspectors: nothing that was sealed, not even its box; staff
 * under pseudonyms; no text that somebody wrote or that another system would find it by. Goes by
 * the types of the contract: numbers, times, codes and Baton's own ids are shown, a text only where
 * it is listed here, so that a new field is withheld until somebody has thought about it.
 */
final class Redaction {
  /** Texts that name a kind of thing: a post, a service, a wire name, a grading tool. */
  private static final Set<String> SHOWN =
      Set.of("post", "service", "parkedType", "resolvedByType", "tool", "toolVersion", "version");

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Pseudonyms pseudonyms;
  private final ObjectMapper json;

  Redaction(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
    var module = new SimpleModule();
    module.addSerializer(new Renamed<>(PersonId.class, pseudonyms::of));
    module.addSerializer(new Renamed<>(Actor.class, this::actor));
    module.setSerializerModifier(new WithoutTexts());
    this.json = JournalJson.mapper().copy().registerModule(module);
  }

  SampledEvent of(Recorded<? extends BatonEvent> recorded) {
    return new SampledEvent(
        type(recorded.event()),
        recorded.source(),
        recorded.time(),
        recorded.recordedTime(),
        actor(recorded.actor()),
        recorded.organisation(),
        recorded.event() instanceof Unrecognised
            ? Map.of()
            : json.convertValue(recorded.event(), OBJECT));
  }

  private static String type(BatonEvent event) {
    return event instanceof Unrecognised unknown
        ? unknown.type()
        : EventTypes.nameOf(event.getClass());
  }

  private String actor(Actor actor) {
    return actor.kind() == Actor.Kind.person ? pseudonyms.of(actor.id()) : actor.toString();
  }

  private static final class Renamed<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<T, String> name;

    private Renamed(Class<T> type, Function<T, String> name) {
      super(type);
      this.name = name;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(name.apply(value));
    }
  }

  private static final class WithoutTexts extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
      return properties.stream()
          .filter(each -> !each.getType().isTypeOrSubTypeOf(Sealed.class))
          .filter(each -> SHOWN.contains(each.getName()) || !text(each.getType()))
          .toList();
    }

    /** Or what may hold one. */
    private static boolean text(JavaType type) {
      return type.isTypeOrSubTypeOf(CharSequence.class)
          || type.isJavaLangObject()
          || type.isTypeOrSubTypeOf(TreeNode.class)
          || type.hasContentType() && text(type.getContentType());
    }
  }
}
