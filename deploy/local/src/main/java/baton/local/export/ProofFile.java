package baton.local.export;

import baton.local.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What has arrived of a proof file: docs/verifying.md has its format. A line that was cut off
 * counts as not arrived.
 *
 * @param round of the checkpoints that it is up to
 * @param manifest its first line: the trees, and which events it is of
 * @param last place of the last event, or null before the first
 * @param events how many events it has
 * @param bytes up to which its lines are whole
 * @param complete nothing is missing at its end
 */
record ProofFile(
    long round, JsonNode manifest, String last, long events, long bytes, boolean complete) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One event of it.
   *
   * @param place as {@code after=} takes it
   * @param lines of the export that it takes
   */
  record Event(String place, int lines) {
    static Event of(JsonNode line) {
      String place =
          "%s/%d/%d"
              .formatted(
                  line.path("topicId").asText(),
                  line.path("partition").asInt(),
                  line.path("index").asLong());
      return new Event(place, line.path("lines").asInt(1));
    }
  }

  /** Which events it is of, as it says itself. */
  JsonNode slice() {
    return manifest.path("slice");
  }

  /** Reads what there is; null where not even its first line is whole. */
  static ProofFile read(Path file) throws IOException {
    try (var lines = new WholeLines(file)) {
      JsonNode manifest = json(lines.next(), file);
      if (manifest == null) return null;
      if (!manifest.has("round"))
        throw Trouble.unasked(file + " is no proof of an export; remove it and export anew");
      String last = null;
      long events = 0;
      boolean complete = false;
      for (JsonNode line = json(lines.next(), file);
          line != null;
          line = json(lines.next(), file)) {
        if (line.has("end")) complete = true;
        else {
          last = Event.of(line).place();
          events++;
        }
      }
      return new ProofFile(
          manifest.path("round").asLong(), manifest, last, events, lines.bytes(), complete);
    }
  }

  /** The next line as JSON, null at the end. */
  static JsonNode json(byte[] line, Path file) throws IOException {
    if (line == null) return null;
    try {
      return JSON.readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Trouble.unasked(file + " is spoilt; remove it and export anew", e);
    }
  }
}
