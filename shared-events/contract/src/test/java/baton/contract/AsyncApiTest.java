package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document that subscribers' tools read is what the code has, and is a valid one. */
class AsyncApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();
  private static final Path CHECKED_IN = Path.of("asyncapi.yaml");

  /** Where it fails, look at what changed, then take target/asyncapi.yaml over. */
  @Test
  void the_document_that_is_checked_in_is_what_the_code_says() throws IOException {
    JsonNode made = AsyncApiDocument.make();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "asyncapi.yaml"), YAML.writeValueAsString(made));
    assertThat(YAML.readTree(Files.readString(CHECKED_IN))).isEqualTo(made);
  }

  /** The schema is AsyncAPI's own. */
  @Test
  void it_is_a_valid_asyncapi_document() throws IOException {
    try (var in = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json")) {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      JsonNode document = YAML.readTree(Files.readString(CHECKED_IN));
      assertThat(schema.validate(document.toString(), InputFormat.JSON)).isEmpty();
      JsonNode broken = document.deepCopy();
      ((ObjectNode) broken.at("/operations/tellByHttp")).put("action", "shout");
      assertThat(schema.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void every_reference_leads_somewhere() throws IOException {
    JsonNode document = YAML.readTree(Files.readString(CHECKED_IN));
    var dangling = new TreeSet<String>();
    document
        .findValuesAsText("$ref")
        .forEach(
            reference -> {
              String pointer = reference.replaceFirst("^#", "");
              if (document.at(pointer).isMissingNode()) dangling.add(reference);
            });
    assertThat(document.findValuesAsText("$ref")).isNotEmpty();
    assertThat(dangling).isEmpty();
  }

  @Test
  void what_is_written_is_read_as_the_same() throws IOException {
    JsonNode made = AsyncApiDocument.make();
    assertThat(JSON.readTree(made.toString())).isEqualTo(made);
    assertThat(YAML.readTree(YAML.writeValueAsString(made))).isEqualTo(made);
  }
}
