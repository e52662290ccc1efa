package baton.acceptance.fuzz;

import baton.local.client.ServiceName;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * One line of a service's OpenAPI document.
 *
 * @param type of the body; null where there is none
 * @param body the schema of the body with its references resolved; null where there is none
 * @param roles that it names; empty where any token will do
 */
record Operation(
    ServiceName service,
    String method,
    String path,
    List<Parameter> parameters,
    String type,
    JsonNode body,
    Set<String> roles) {

  /**
   * @param in {@code path}, {@code query} or {@code header}
   */
  record Parameter(String name, String in, boolean required, JsonNode schema) {}

  /** As one says it. */
  String name() {
    return service.slug() + " " + method + " " + path;
  }

  /** The first word of the path: what it is about. */
  String subject() {
    return path.split("/")[1];
  }
}
