package baton.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Whatever stands in a parameter of a path or a query, a refusal is a problem that says why: of
 * every operation in the document that is checked in. Each service's test is a subclass.
 */
public abstract class HostileParameters {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CHECKED_IN = Path.of("openapi.yaml");
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  /** Of every operation, with its parameters mixed. */
  private static final int MIXTURES = 6;

  private static final List<String> TEXTS =
      List.of(
          " ",
          "\u0000",
          "a\u0000b",
          "-1",
          "9223372036854775808",
          "1e400",
          "2026-02-30T12:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "00000000-0000-0000-0000-000000000000",
          "'; drop table event_entry; --",
          "e\u0301\u202e\ud83d\udca5",
          "%zz&=?#",
          "..",
          "x".repeat(1_000));

  private record Parameter(String name, boolean inPath) {}

  private record Operation(
      String method, String path, List<Parameter> parameters, String role, boolean mixedOnly) {}

  @Test
  void a_refusal_is_a_problem_whatever_stands_in_a_parameter() throws IOException {
    long seed = Long.getLong("baton.seed", new Random().nextLong());
    var random = new Random(seed);
    var faults = new ArrayList<String>();
    int sent = 0;
    for (Operation operation : operations())
      for (String target : targets(operation, random)) {
        sent++;
        Response answer = send(operation, target);
        fault(answer)
            .ifPresent(fault -> faults.add(operation.method() + " " + target + ": " + fault));
      }
    assertThat(sent).as("operations with parameters").isGreaterThan(TEXTS.size());
    assertThat(faults).as("-Dbaton.seed=" + seed).isEmpty();
  }

  /** Each parameter with each text, the others left out; and mixtures of all of them. */
  private static List<String> targets(Operation operation, RandomGenerator random) {
    var targets = new ArrayList<String>();
    for (String text : operation.mixedOnly() ? List.<String>of() : TEXTS)
      for (Parameter one : operation.parameters())
        targets.add(target(operation, each -> each.equals(one) ? text : null));
    for (int i = 0; i < MIXTURES; i++)
      targets.add(
          target(
              operation,
              each -> random.nextInt(3) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size()))));
    return targets;
  }

  /** What stands in a parameter; null to leave it out. */
  @FunctionalInterface
  private interface Filling {
    String of(Parameter parameter);
  }

  private static String target(Operation operation, Filling filling) {
    String path = operation.path();
    var query = new ArrayList<String>();
    for (Parameter each : operation.parameters()) {
      String text = filling.of(each);
      if (each.inPath())
        path = path.replace("{" + each.name() + "}", encoded(text == null ? "1" : text));
      else if (text != null) query.add(each.name() + "=" + encoded(text));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  private static Response send(Operation operation, String target) {
    var request = given().urlEncodingEnabled(false).auth().oauth2(token(operation.role()));
    if (operation.role().equals("force-system")) request.header("Baton-On-Behalf-Of", "p-46-11");
    if (!operation.method().equals("GET")) request.contentType("application/json").body("{}");
    return request.request(operation.method(), target);
  }

  private static String token(String role) {
    return switch (role) {
      case "agency" -> Tokens.of(role, "toronto-police");
      case "auditor" -> Tokens.of(role, "hmicfrs", "p-1");
      case "force-system", "officer" -> Tokens.of(role, "46", "p-46-11");
      default -> Tokens.of(role, "nca", "p-nca-11");
    };
  }

  private static Optional<String> fault(Response answer) {
    int status = answer.statusCode();
    if (status < 400) return Optional.empty();
    boolean comesAgain = status == 503 && answer.header("Retry-After") != null;
    if (status >= 500 && !comesAgain) return Optional.of(status + " " + answer.asString());
    JsonNode problem = read(answer);
    boolean whole =
        String.valueOf(answer.contentType()).startsWith("application/problem+json")
            && problem.path("status").asInt() == status
            && problem.path("type").asText().startsWith("https://baton.example/problems/")
            && !problem.path("title").asText().isBlank()
            && !problem.path("detail").asText().isBlank();
    return whole ? Optional.empty() : Optional.of(status + " is no problem: " + answer.asString());
  }

  private static JsonNode read(Response answer) {
    try {
      return JSON.readTree(answer.asString());
    } catch (IOException noJson) {
      return JSON.missingNode();
    }
  }

  private static List<Operation> operations() throws IOException {
    JsonNode document = JSON.valueToTree(new Yaml().load(Files.readString(CHECKED_IN)));
    var operations = new ArrayList<Operation>();
    for (var path : document.path("paths").properties())
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        var parameters = new ArrayList<Parameter>();
        for (JsonNode all : List.of(path.getValue(), operation))
          for (JsonNode each : all.path("parameters"))
            if (!each.path("in").asText().equals("header"))
              parameters.add(
                  new Parameter(
                      each.path("name").asText(), each.path("in").asText().equals("path")));
        if (operation.isMissingNode() || parameters.isEmpty()) continue;
        for (String role : roles(operation))
          operations.add(
              new Operation(
                  method.toUpperCase(Locale.ROOT),
                  path.getKey(),
                  parameters,
                  role,
                  !role.equals(roles(operation).getFirst())));
      }
    return operations;
  }

  /** The first and the last of those who may: who sees everything, and who does not. */
  private static List<String> roles(JsonNode operation) {
    var roles = new ArrayList<String>();
    for (JsonNode each : operation.path("security"))
      each.path("SecurityScheme").forEach(role -> roles.add(role.asText()));
    if (roles.isEmpty()) return List.of("administrator");
    return roles.size() == 1 ? roles : List.of(roles.getFirst(), roles.getLast());
  }
}
