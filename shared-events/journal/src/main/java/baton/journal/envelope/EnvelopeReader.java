package baton.journal.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads envelopes by streaming; {@code data} is cut out of the bytes, never built as objects. */
final class EnvelopeReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private EnvelopeReader() {}

  static Envelope parse(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      Map<String, String> attributes = attributes(parser, bytes);
      if (parser.nextToken() != null) throw new UnreadableEvent("something follows the event");
      require(attributes, Attributes.SPEC_VERSION, "1.0");
      require(attributes, Attributes.DATA_CONTENT_TYPE, "application/json");
      return envelope(
          attributes,
          present(attributes, Attributes.SOURCE),
          present(attributes, Attributes.TYPE),
          present(attributes, Attributes.SUBJECT),
          sequence(present(attributes, Attributes.STREAM_SEQUENCE)),
          present(attributes, Attributes.ID),
          present(attributes, Attributes.DATA));
    } catch (IOException notJson) {
      throw new UnreadableEvent("the bytes are no JSON document");
    }
  }

  static Envelope ofRow(
      String source,
      String type,
      String subject,
      long sequence,
      String id,
      String metaData,
      String data) {
    try (JsonParser parser = JSON.createParser(metaData)) {
      return envelope(attributes(parser, null), source, type, subject, sequence, id, data);
    } catch (IOException notJson) {
      throw new UnreadableEvent("the metadata of event " + id + " is no JSON object");
    }
  }

  private static Envelope envelope(
      Map<String, String> attributes,
      String source,
      String type,
      String subject,
      long sequence,
      String id,
      String data) {
    String custody = attributes.get(Attributes.CUSTODY);
    if (custody != null && !custody.equals(Attributes.MOVES))
      throw new UnreadableEvent("custody is either absent or \"moves\"");
    return new Envelope(
        id,
        source,
        type,
        subject,
        attributes.get(Attributes.REFERRAL),
        sequence,
        time(attributes, Attributes.TIME),
        time(attributes, Attributes.RECORDED_TIME),
        present(attributes, Attributes.ACTOR),
        present(attributes, Attributes.ORGANISATION),
        attributes.get(Attributes.CAUSATION_ID),
        attributes.get(Attributes.CORRELATION_ID),
        present(attributes, Attributes.MARKING),
        custody != null,
        attributes.get(Attributes.TRACEPARENT),
        data);
  }

  /** Attributes that are strings, and {@code data} as the raw text of its object. */
  private static Map<String, String> attributes(JsonParser parser, byte[] bytes)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT)
      throw new UnreadableEvent("an event is a JSON object");
    var attributes = new HashMap<String, String>(32);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (bytes != null && name.equals(Attributes.DATA)) {
        attributes.put(name, rawObject(parser, bytes));
      } else if (value == JsonToken.VALUE_STRING) {
        attributes.put(name, parser.getText());
      } else {
        // Attributes of ours are strings; a number or a null can only be one that we do not know.
        parser.skipChildren();
      }
    }
    return attributes;
  }

  private static String rawObject(JsonParser parser, byte[] bytes) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT)
      throw new UnreadableEvent("data is a JSON object");
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static String present(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null || value.isEmpty()) throw new UnreadableEvent("no " + name);
    return value;
  }

  private static void require(Map<String, String> attributes, String name, String only) {
    if (!only.equals(attributes.get(name)))
      throw new UnreadableEvent(name + " must be \"" + only + "\"");
  }

  private static String time(Map<String, String> attributes, String name) {
    String text = present(attributes, name);
    try {
      Instant.parse(text);
      return text;
    } catch (DateTimeException noTime) {
      throw new UnreadableEvent(name + " is no RFC 3339 time in UTC");
    }
  }

  private static long sequence(String text) {
    try {
      long sequence = Long.parseLong(text);
      if (sequence >= 0) return sequence;
    } catch (NumberFormatException noNumber) {
      // the one message below
    }
    throw new UnreadableEvent("streamsequence is no count from 0");
  }
}
