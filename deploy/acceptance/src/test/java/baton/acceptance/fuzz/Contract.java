package baton.acceptance.fuzz;

import baton.acceptance.fuzz.Operation.Parameter;
import baton.local.client.ServiceName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A service's OpenAPI document, as far as requests are made from it. */
record Contract(ServiceName service, JsonNode document) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(each -> METHODS.contains(each.getKey()))
                    .flatMap(each -> operation(path.getKey(), each.getKey(), each.getValue()))
                    .forEach(operations::add));
    return operations;
  }

  /** One for each type of body that it takes. */
  private java.util.stream.Stream<Operation> operation(String path, String method, JsonNode node) {
    var parameters = new ArrayList<Parameter>();
    for (JsonNode each : node.path("parameters"))
      parameters.add(
          new Parameter(
              each.path("name").asText(),
              each.path("in").asText(),
              each.path("required").asBoolean(),
              resolved(each.path("schema"))));
    var roles = new HashSet<String>();
    for (JsonNode each : node.path("security"))
      each.path("SecurityScheme").forEach(role -> roles.add(role.asText()));
    var content = node.path("requestBody").path("content");
    var verb = method.toUpperCase(java.util.Locale.ROOT);
    if (content.isEmpty())
      return java.util.stream.Stream.of(
          new Operation(service, verb, path, parameters, null, null, roles));
    return content.properties().stream()
        .map(
            type ->
                new Operation(
                    service,
                    verb,
                    path,
                    parameters,
                    type.getKey(),
                    resolved(type.getValue().path("schema")),
                    roles));
  }

  /** With every reference replaced by what it names; no schema of a request contains itself. */
  private JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asText("");
    if (!reference.isEmpty()) return resolved(document.at(reference.substring(1)));
    if (schema.isArray()) {
      var all = JsonNodeFactory.instance.arrayNode();
      schema.forEach(each -> all.add(resolved(each)));
      return all;
    }
    if (!schema.isObject()) return schema;
    var object = JsonNodeFactory.instance.objectNode();
    schema.properties().forEach(each -> object.set(each.getKey(), resolved(each.getValue())));
    return object;
  }
}
