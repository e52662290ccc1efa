package baton.acceptance.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Entries of a feed as documents. */
final class FeedEntries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FeedEntries() {}

  static JsonNode parse(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not an event: " + document, e);
    }
  }

  static long position(JsonNode entry) {
    return entry.path("feedposition").asLong();
  }

  /** Whether one of them stands there, or behind it. */
  static boolean reach(List<JsonNode> entries, long place) {
    return entries.stream().anyMatch(entry -> position(entry) >= place);
  }
}
