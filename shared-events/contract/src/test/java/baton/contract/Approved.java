package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The approved bytes and the schema of a wire name, and a reader that is as a subscriber's may be.
 */
final class Approved {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Approved() {}

  static String text(String wireName) throws IOException {
    return resource("/approved/" + wireName + ".json");
  }

  static Schema schema(String wireName) throws IOException {
    return SCHEMAS.getSchema(schemaText(wireName), InputFormat.JSON);
  }

  /** Every field that the schema has, in its order. */
  static List<String> fields(String wireName) throws IOException {
    return names(JSON.readTree(schemaText(wireName)).get("properties"));
  }

  static List<String> required(String wireName) throws IOException {
    return names(JSON.readTree(schemaText(wireName)).get("required"));
  }

  /** The members of an object, or the texts of an array. */
  static List<String> names(JsonNode node) {
    return node.isArray()
        ? Stream.of(JSON.convertValue(node, String[].class)).toList()
        : node.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static String schemaText(String wireName) throws IOException {
    return resource("/baton/contract/schema/" + wireName + ".json");
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = Approved.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
