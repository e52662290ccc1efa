package baton.intake.receipt;

import baton.platform.limits.JsonLimits;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A referral's JSON as it was sent: every field, numbers exactly as written. A key that stands
 * twice in one object is refused, for nobody could say which was meant.
 */
final class ReferralJson {

  /** Each becomes objects many times its size: a list of a quarter of a million ones is 512 KiB. */
  private static final long TOKENS_MAX = 60_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      JsonLimits.CONSTRAINTS.rebuild().maxTokenCount(TOKENS_MAX).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ReferralJson() {}

  /**
   * @throws JsonProcessingException if it is not one JSON object in UTF-8
   */
  static Map<String, Object> read(byte[] json) throws JsonProcessingException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      Map<String, Object> fields = MAPPER.readValue(parser, new TypeReference<>() {});
      if (fields == null) throw new NotAnObject(parser);
      return fields;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what was read already, with numbers as they were written. */
  static byte[] bytes(ObjectNode json) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(json);
  }

  /** The same content in one form: keys in order, no space between. */
  static byte[] canonical(Map<String, Object> fields) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(fields);
  }

  private static final class NotAnObject extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    NotAnObject(JsonParser parser) {
      super("null", parser.currentLocation());
    }
  }
}
