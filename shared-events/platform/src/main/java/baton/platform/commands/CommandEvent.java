package baton.platform.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.contract.ReferralId;
import baton.platform.Problems;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a commands topic as a CloudEvent, in either mode of CloudEvents' Kafka binding. What
 * can be read of it can be asked for, so that also a bad one is answered by its id.
 */
final class CommandEvent {
  private static final String CONTENT_TYPE = "content-type";
  private static final String STRUCTURED = "application/cloudevents";
  private static final String PREFIX = "ce_";
  private static final int NAME_MAX = 200;

  private final ObjectNode event;
  private final HttpProblem unreadable;

  private CommandEvent(ObjectNode event, HttpProblem unreadable) {
    this.event = event;
    this.unreadable = unreadable;
  }

  /**
   * @param bytesMax of the record's value
   */
  static CommandEvent of(ConsumerRecord<?, byte[]> record, int bytesMax, ObjectMapper json) {
    boolean binary = isBinary(record);
    ObjectNode event = binary ? attributes(record, json) : json.createObjectNode();
    byte[] value = record.value();
    if (value != null && value.length > bytesMax)
      return new CommandEvent(
          event,
          Problems.of(
              413, "too-large", "Too large", "a command is at most " + bytesMax + " bytes"));
    if (binary && (value == null || value.length == 0)) return new CommandEvent(event, null);
    try {
      if (value != null && exactly(json).readTree(value) instanceof ObjectNode object)
        return binary
            ? new CommandEvent(event.set("data", object), null)
            : new CommandEvent(object, null);
    } catch (IOException noJson) {
      // the problem below says what is wanted
    }
    return new CommandEvent(
        event,
        Problems.of(
            400,
            "malformed-json",
            "Not readable",
            "the record's value is not one readable JSON object: a CloudEvent in structured JSON,"
                + " or its data where the attributes stand in the headers"));
  }

  /**
   * As it was sent: numbers as written, and nothing twice, for nobody could say which was meant.
   */
  private static ObjectReader exactly(ObjectMapper json) {
    return json.reader()
        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /**
   * All of it.
   *
   * @throws HttpProblem where it cannot be read
   */
  ObjectNode read() {
    if (unreadable != null) throw unreadable;
    return event;
  }

  /** Null where it has none that can be told. */
  String id() {
    return name("id");
  }

  /** Null likewise. */
  String type() {
    return name("type");
  }

  /** Null where its subject is none. */
  ReferralId referral() {
    try {
      return event.path("subject").isTextual()
          ? ReferralId.of(event.path("subject").asText())
          : null;
    } catch (IllegalArgumentException another) {
      return null;
    }
  }

  private String name(String attribute) {
    String value = event.path(attribute).isTextual() ? event.path(attribute).textValue() : null;
    return value == null || isName(value) ? value : null;
  }

  /** Short, and of characters that can be shown. */
  static boolean isName(String value) {
    return !value.isBlank()
        && value.length() <= NAME_MAX
        && value.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isBinary(ConsumerRecord<?, byte[]> record) {
    Header type = record.headers().lastHeader(CONTENT_TYPE);
    boolean structured = type != null && text(type).toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    return !structured && record.headers().lastHeader(PREFIX + "specversion") != null;
  }

  private static ObjectNode attributes(ConsumerRecord<?, byte[]> record, ObjectMapper json) {
    ObjectNode attributes = json.createObjectNode();
    for (Header header : record.headers())
      if (header.key().startsWith(PREFIX) && header.value() != null)
        attributes.put(header.key().substring(PREFIX.length()), text(header));
    return attributes;
  }

  private static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
