package baton.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What the verifier needs to know of an event, each null where the bytes do not say it; bytes that
 * are no event say nothing.
 */
record EventLine(
    String id, String source, String subject, String referral, Long sequence, String recordedTime) {
  private static final EventLine NONE = new EventLine(null, null, null, null, null, null);

  private static final JsonFactory FACTORY = new JsonFactory();

  static EventLine of(byte[] bytes) {
    if (bytes == null) return NONE;
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? read(parser) : NONE;
    } catch (IOException noEvent) {
      return NONE;
    }
  }

  private static EventLine read(JsonParser parser) throws IOException {
    EventLine read = NONE;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING) read = read.with(name, parser.getText());
      else parser.skipChildren();
    }
    return read;
  }

  private EventLine with(String name, String value) {
    return switch (name) {
      case "id" -> new EventLine(value, source, subject, referral, sequence, recordedTime);
      case "source" -> new EventLine(id, value, subject, referral, sequence, recordedTime);
      case "subject" -> new EventLine(id, source, value, referral, sequence, recordedTime);
      case "referral" -> new EventLine(id, source, subject, value, sequence, recordedTime);
      case "streamsequence" ->
          new EventLine(id, source, subject, referral, number(value), recordedTime);
      case "recordedtime" -> new EventLine(id, source, subject, referral, sequence, value);
      default -> this;
    };
  }

  private static Long number(String value) {
    return value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null;
  }
}
