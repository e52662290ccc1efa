package baton.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Values of a schema that the service may well take, from what is known of its answers. */
record Values(Memory memory, RandomGenerator random, Instant now) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode of(String name, JsonNode schema) {
    if (schema.has("enum"))
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer", "number" -> JSON.numberNode(number(name, schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(name, schema));
    };
  }

  /** For a path, a query or a header. */
  String plain(String name, JsonNode schema) {
    return of(name, schema).asText();
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }

  private JsonNode object(JsonNode schema) {
    var object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (random.nextInt(8) > 0)
                object.set(each.getKey(), of(each.getKey(), each.getValue()));
            });
    return object;
  }

  private JsonNode array(String name, JsonNode schema) {
    var array = JSON.arrayNode();
    for (int n = random.nextInt(4); n > 0; n--) array.add(of(name, schema.path("items")));
    return array;
  }

  private long number(String name, JsonNode schema) {
    String known = name.equals("number") ? memory.any(name, random) : null;
    if (known != null && known.length() < 4) return Long.parseLong(known);
    return schema.path("minimum").asLong(0) + random.nextInt(5);
  }

  private String text(String name, JsonNode schema) {
    if (schema.path("format").asText().equals("date-time") || name.endsWith("At"))
      return now.minus(Duration.ofMinutes(random.nextInt(100_000))).toString();
    String known = memory.any(name, random);
    if (known != null && random.nextInt(10) > 0) return known;
    if (schema.path("format").asText().equals("uuid")) return uuid();
    if (schema.path("examples").isArray()) return schema.path("examples").get(0).asText();
    return "synthetic " + random.nextInt(1_000);
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
