package baton.allocation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** A whole document of a feed, beside the AsyncAPI document that subscribers are given. */
final class FeedMessage {
  private static final Path ASYNC_API = Path.of("..", "shared-events", "contract", "asyncapi.yaml");

  /** CloudEvents 1.0, "Naming conventions": what every binding can carry. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,20}");

  private static final ObjectNode API = read();

  private FeedMessage() {}

  /** It is the message that its type names, with no attribute that the document does not name. */
  static void require(JsonNode event) {
    ObjectNode api = API.deepCopy();
    String type = event.path("type").asText();
    JsonNode message = api.at("/components/messages").path(type);
    assertThat(message.isObject()).as("a message " + type).isTrue();
    event
        .properties()
        .forEach(
            each -> {
              assertThat(each.getKey()).matches(ATTRIBUTE);
              assertThat(api.at("/components/schemas/Document/properties").has(each.getKey()))
                  .as("the attribute " + each.getKey())
                  .isTrue();
              if (!each.getKey().equals("data"))
                assertThat(each.getValue().isValueNode()).as(each.getKey()).isTrue();
            });
    api.put("$ref", "#/components/messages/" + type + "/payload");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(api.toString(), InputFormat.JSON);
    assertThat(schema.validate(event.toString(), InputFormat.JSON)).as(type).isEmpty();
  }

  private static ObjectNode read() {
    try {
      return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(ASYNC_API)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
