package baton.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 * @param cut there was more of the body than anybody wants to read
 */
record Reply(int status, Map<String, String> headers, byte[] body, boolean cut) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String type() {
    return headers.getOrDefault("content-type", "");
  }

  /** Those of one JSON a line that were read to their end. */
  List<JsonNode> lines() {
    if (!type().contains("ndjson")) return List.of();
    return text().substring(0, text().lastIndexOf('\n') + 1).lines().map(Reply::line).toList();
  }

  /** Missing where it is no JSON. */
  private static JsonNode line(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Missing where it is none. */
  JsonNode json() {
    if (cut || !type().contains("json") || type().contains("ndjson"))
      return MissingNode.getInstance();
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
