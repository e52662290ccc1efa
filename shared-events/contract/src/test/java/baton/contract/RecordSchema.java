package baton.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The bones of a JSON Schema as the code has it: types, words of lists, fields in their order. */
final class RecordSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordSchema() {}

  static ObjectNode of(Class<?> type) {
    return node(type);
  }

  /**
   * The same, where a schema may leave open which words there are: later versions have more of
   * them.
   *
   * @param written the bones of that schema
   */
  static ObjectNode of(Class<?> type, JsonNode written) {
    ObjectNode code = of(type);
    leaveOpen(code, written);
    return code;
  }

  private static void leaveOpen(JsonNode code, JsonNode written) {
    code.path("properties")
        .properties()
        .forEach(
            field -> leaveOpen(field.getValue(), written.path("properties").path(field.getKey())));
    if (code.has("items")) leaveOpen(code.get("items"), written.path("items"));
    if (code.has("enum") && written.path("type").asText().equals("string"))
      ((ObjectNode) code).removeAll().put("type", "string");
  }

  /** The same bones of a schema that was written. */
  static ObjectNode bones(JsonNode schema) {
    ObjectNode bones = NODES.objectNode();
    // What is one of a list of words needs no type beside them.
    if (schema.has("enum")) return bones.set("enum", schema.get("enum"));
    if (schema.has("type")) bones.set("type", schema.get("type"));
    if (schema.has("items")) bones.set("items", bones(schema.get("items")));
    if (schema.has("properties")) {
      ObjectNode properties = bones.putObject("properties");
      schema
          .get("properties")
          .properties()
          .forEach(e -> properties.set(e.getKey(), bones(e.getValue())));
    }
    return bones;
  }

  private static ObjectNode node(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      ObjectNode array = typed("array");
      array.set("items", node(list.getActualTypeArguments()[0]));
      return array;
    }
    if (!(type instanceof Class<?> known)) throw new IllegalStateException(type + " has no schema");
    if (known == boolean.class || known == Boolean.class) return typed("boolean");
    if (Stream.of(int.class, long.class, Integer.class, Long.class).anyMatch(known::equals))
      return typed("integer");
    if (known == String.class || known == UUID.class || known == Instant.class)
      return typed("string");
    if (known.isEnum()) return words(known);
    if (known.isRecord()) return record(known);
    throw new IllegalStateException(known + " has no schema");
  }

  private static ObjectNode words(Class<?> list) {
    ObjectNode node = NODES.objectNode();
    var words = node.putArray("enum");
    for (Object word : list.getEnumConstants()) words.add(((Enum<?>) word).name());
    return node;
  }

  private static ObjectNode record(Class<?> type) {
    if (isOneValue(type)) return typed("string");
    ObjectNode object = typed("object");
    Map<String, Type> fields = fields(type);
    // Whatever a sender wrote.
    if (fields.isEmpty()) return object;
    ObjectNode properties = object.putObject("properties");
    fields.forEach((name, field) -> properties.set(name, node(field)));
    return object;
  }

  /** An id is its text. */
  private static boolean isOneValue(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            method ->
                method.isAnnotationPresent(JsonValue.class)
                    && method.getReturnType() == String.class);
  }

  /** By their names on the wire, in their order there; none where the whole is a map. */
  private static Map<String, Type> fields(Class<?> type) {
    var unordered = new LinkedHashMap<String, Type>();
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedElement field = component.getAccessor();
      if (field.isAnnotationPresent(JsonValue.class)) return Map.of();
      JsonProperty renamed = field.getAnnotation(JsonProperty.class);
      unordered.put(
          renamed == null ? component.getName() : renamed.value(), component.getGenericType());
    }
    JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
    Collection<String> names = order == null ? unordered.keySet() : List.of(order.value());
    var fields = new LinkedHashMap<String, Type>();
    for (String name : names) fields.put(name, unordered.get(name));
    return fields;
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }
}
