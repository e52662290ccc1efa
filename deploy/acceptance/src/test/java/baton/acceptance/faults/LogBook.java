package baton.acceptance.faults;

import baton.acceptance.Log;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The whole log, read once more from its beginning: every event once, whether its stream is in
 * order, and whether a repeat is the same, byte for byte.
 */
final class LogBook {
  private static final Set<String> TOPICS = Set.of("baton.referrals", "baton.register");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> byId = new HashMap<>();
  private final Map<String, Long> lastOfStream = new HashMap<>();
  private final Map<String, Story> byReferral = new LinkedHashMap<>();
  private final List<String> reordered = new ArrayList<>();
  private Instant newest = Instant.EPOCH;
  private int records;

  static LogBook read(Map<String, Object> kafka) {
    return of(
        new Log(kafka)
            .everything().stream()
                .filter(record -> TOPICS.contains(record.topic()))
                .map(ConsumerRecord::value)
                .toList());
  }

  /**
   * @param values of the records, each partition's in its order
   */
  static LogBook of(List<byte[]> values) {
    var book = new LogBook();
    values.forEach(book::add);
    return book;
  }

  private void add(byte[] value) {
    var event = parse(value);
    var id = event.path("id").asText();
    var stream = event.path("source").asText() + " " + event.path("subject").asText();
    var sequence = event.path("streamsequence").asLong();
    records++;
    var before = byId.putIfAbsent(id, value);
    if (before != null) {
      if (!Arrays.equals(before, value)) reordered.add(id + " came with other bytes");
      return;
    }
    var last = lastOfStream.getOrDefault(stream, -1L);
    if (sequence != last + 1) reordered.add(stream + ": " + sequence + " after " + last);
    lastOfStream.put(stream, Math.max(last, sequence));
    if (event.hasNonNull("recordedtime")) {
      var recorded = Instant.parse(event.path("recordedtime").asText());
      if (recorded.isAfter(newest)) newest = recorded;
    }
    if (event.hasNonNull("referral"))
      byReferral
          .computeIfAbsent(event.path("referral").asText(), _ -> new Story(new ArrayList<>()))
          .events()
          .add(event);
  }

  private static JsonNode parse(byte[] value) {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new AssertionError("no event is on the log", e);
    }
  }

  /** With repeats. */
  int records() {
    return records;
  }

  /** When the newest event was recorded. */
  Instant newest() {
    return newest;
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /** What is out of order, missing in its stream, or differs from an earlier copy. */
  List<String> reordered() {
    return reordered;
  }

  Story story(String referral) {
    return byReferral.getOrDefault(referral, new Story(List.of()));
  }

  Map<String, Story> stories() {
    return byReferral;
  }
}
