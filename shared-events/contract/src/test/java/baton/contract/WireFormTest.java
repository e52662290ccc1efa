package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events are for ever: what was written once has to be written, and read, in the same way by every
 * later Baton.
 */
class WireFormTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<BatonEvent> everyEvent() {
    return Samples.all();
  }

  @Test
  void every_event_of_the_contract_has_a_sample() {
    assertThat(Samples.all().stream().map(e -> EventTypes.nameOf(e.getClass())))
        .containsExactlyInAnyOrderElementsOf(EventTypes.names());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_is_written_as_approved(BatonEvent event) throws IOException {
    assertThat(JSON.writeValueAsString(event)).isEqualTo(approved(event));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void what_was_approved_is_read_as_the_same_event(BatonEvent event) throws IOException {
    assertThat(JSON.readValue(approved(event), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_with_fields_of_a_later_version_is_still_read(BatonEvent event) throws IOException {
    var later = (ObjectNode) JSON.readTree(approved(event));
    later.put("addedLater", "x").putObject("addedLaterToo").put("nested", 1);
    assertThat(JSON.treeToValue(later, event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_without_its_optional_fields_is_read(BatonEvent event) throws IOException {
    JsonNode schema = JSON.readTree(schema(event));
    var least = (ObjectNode) JSON.readTree(approved(event));
    var required = names(schema.get("required"));
    least.retain(required);
    BatonEvent read = JSON.treeToValue(least, event.getClass());
    assertThat(names(JSON.<ObjectNode>valueToTree(read)))
        .containsExactlyInAnyOrderElementsOf(required);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_validates_against_its_schema_which_names_every_field(BatonEvent event)
      throws IOException {
    var schema = SCHEMAS.getSchema(schema(event), InputFormat.JSON);
    assertThat(schema.validate(approved(event), InputFormat.JSON)).isEmpty();
    assertThat(names(JSON.readTree(schema(event)).get("properties")))
        .containsExactlyElementsOf(names(JSON.readTree(approved(event))));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void a_required_field_that_is_missing_is_refused_by_the_schema_and_by_the_event(BatonEvent event)
      throws IOException {
    var schema = SCHEMAS.getSchema(schema(event), InputFormat.JSON);
    for (String name : names(JSON.readTree(schema(event)).get("required"))) {
      var lacking = (ObjectNode) JSON.readTree(approved(event));
      boolean reference = lacking.remove(name).isTextual();
      assertThat(schema.validate(lacking.toString(), InputFormat.JSON)).as(name).isNotEmpty();
      if (reference)
        assertThatThrownBy(() -> JSON.treeToValue(lacking, event.getClass())).as(name).isNotNull();
    }
  }

  @Test
  void personal_data_that_is_still_open_never_reaches_the_wire() {
    var open = JSON.<ObjectNode>valueToTree(Sealed.open(new FreeText("Jane Synthetic", null)));
    assertThat(open.toString()).isEqualTo("{}");
    assertThat(Sealed.open("Jane Synthetic")).hasToString("Sealed[open]");
  }

  private static List<String> names(JsonNode node) {
    return node.isArray()
        ? Stream.of(JSON.convertValue(node, String[].class)).toList()
        : node.propertyStream().map(e -> e.getKey()).toList();
  }

  private static String approved(BatonEvent event) throws IOException {
    return resource("/approved/" + EventTypes.nameOf(event.getClass()) + ".json");
  }

  private static String schema(BatonEvent event) throws IOException {
    return resource("/baton/contract/schema/" + EventTypes.nameOf(event.getClass()) + ".json");
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = WireFormTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
