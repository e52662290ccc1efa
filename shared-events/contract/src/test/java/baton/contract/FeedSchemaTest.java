package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.feed.FeedTypes;
import baton.contract.feed.WebhookTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is promised to subscribers is what the code has, and grows only. A schema that was approved
 * stands in {@code approved-schema/} and is never changed; a new type's is put there.
 */
class FeedSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> everyType() {
    var types = new ArrayList<>(FeedTypes.names());
    types.add(WebhookTest.TYPE);
    return types;
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void a_schema_has_the_types_words_and_fields_of_the_code(String type) throws IOException {
    Class<?> code = FeedTypes.classOf(type).<Class<?>>map(c -> c).orElse(WebhookTest.class);
    ObjectNode written = RecordSchema.bones(schema(type));
    assertThat(written.toPrettyString()).isEqualTo(RecordSchema.of(code, written).toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void within_a_version_fields_are_added_and_nothing_else_changes(String type) throws IOException {
    assertThat(SchemaGrowth.broken(read("/approved-schema/" + type + ".json"), schema(type)))
        .isEmpty();
  }

  @Test
  void what_breaks_a_reader_is_named_and_what_is_added_is_not() throws IOException {
    JsonNode before = schema("baton.feed.disseminated.v1");

    ObjectNode added = before.deepCopy();
    ((ObjectNode) added.get("properties")).putObject("addedLater").put("type", "string");
    assertThat(SchemaGrowth.broken(before, added)).isEmpty();

    ObjectNode gone = before.deepCopy();
    ((ObjectNode) gone.get("properties")).remove("urgent");
    assertThat(SchemaGrowth.broken(before, gone)).containsExactly("/urgent is gone");

    ObjectNode other = before.deepCopy();
    ((ObjectNode) other.at("/properties/number")).put("type", "string");
    assertThat(SchemaGrowth.broken(before, other))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/number");

    ObjectNode loose = before.deepCopy();
    ((ArrayNode) loose.get("required")).remove(0);
    assertThat(SchemaGrowth.broken(before, loose)).hasSize(1);

    ObjectNode words = before.deepCopy();
    ((ArrayNode) words.at("/properties/deadlines/items/properties/state/enum")).add("ADDED");
    assertThat(SchemaGrowth.broken(before, words)).hasSize(1).first().asString().contains("/state");
  }

  private static JsonNode schema(String type) throws IOException {
    return read("/baton/contract/schema/" + type + ".json");
  }

  private static JsonNode read(String path) throws IOException {
    try (var in = FeedSchemaTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return JSON.readTree(in);
    }
  }
}
