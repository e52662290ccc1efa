package baton.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the log tells of one referral.
 *
 * @param events in the order of the log, without repeats
 */
record Story(List<JsonNode> events) {
  static final String RECEIVED = "baton.referral-received.v1";

  boolean isReceived() {
    return count(RECEIVED) > 0;
  }

  /** The sender's, who is the first to tell of a referral. */
  String reference() {
    return events.isEmpty() ? "" : events.getFirst().path("data").path("reference").asText();
  }

  boolean isUrgent() {
    return events.getFirst().path("data").path("urgent").asBoolean();
  }

  long count(String type) {
    return events.stream().filter(event -> type(event).equals(type)).count();
  }

  /** Without what a service did of itself, such as the priority of an urgent referral. */
  long countByPeople(String type) {
    return events.stream()
        .filter(event -> type(event).equals(type))
        .filter(event -> event.path("actor").asText().startsWith("person:"))
        .count();
  }

  /** An event of this type that says this of itself. */
  boolean has(String type, String field, String value) {
    return events.stream()
        .filter(event -> type(event).equals(type))
        .anyMatch(event -> event.path("data").path(field).asText().equals(value));
  }

  /** When the first of this type was recorded. */
  Optional<Instant> recorded(String type) {
    return events.stream()
        .filter(event -> type(event).equals(type))
        .map(event -> Instant.parse(event.path("recordedtime").asText()))
        .findFirst();
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }
}
