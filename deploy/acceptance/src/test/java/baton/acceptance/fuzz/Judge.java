package baton.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an answer is one that a caller can do something with. */
final class Judge {
  private static final String TYPES = "https://baton.example/problems/";
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\tat |org\\.axonframework|java\\.lang|SQLSTATE|jakarta\\.");

  /** Where the server cannot make out a request, it answers before Baton does, by status alone. */
  private static final Set<Integer> OF_THE_SERVER = Set.of(400, 404, 414, 417, 431, 501);

  private Judge() {}

  /** What is wrong with it. */
  static Optional<String> fault(Request request, Reply reply) {
    if (INSIDE.matcher(reply.text()).find() && reply.status() >= 400)
      return Optional.of("tells of its insides: " + reply.text());
    if (reply.status() >= 500 && !comesAgain(reply))
      return Optional.of("status " + reply.status() + " " + reply.text());
    if (reply.status() >= 400) return problem(request, reply);
    boolean json = reply.type().contains("json") && !reply.type().contains("ndjson");
    if (json && !reply.cut() && reply.body().length > 0 && reply.json().isMissingNode())
      return Optional.of("says JSON and is none: " + reply.text());
    return request.operation.path().equals("/commands") && request.isOfItsOperation()
        ? reply.lines().stream().flatMap(line -> lineFault(line).stream()).findFirst()
        : Optional.empty();
  }

  /** Each line of many commands is answered as its own path would answer it. */
  private static Optional<String> lineFault(JsonNode line) {
    var problem = line.path("problem");
    boolean told = line.path("line").asInt() > 0 && (line.has("recorded") || isWhole(problem));
    if (!told) return Optional.of("a line that says nothing: " + line);
    int status = problem.path("status").asInt();
    return status >= 500 && status != 503
        ? Optional.of("a line of status " + status + ": " + line)
        : Optional.empty();
  }

  private static boolean comesAgain(Reply reply) {
    return reply.status() == 503 && reply.headers().containsKey("retry-after");
  }

  private static Optional<String> problem(Request request, Reply reply) {
    if (request.method.equals("HEAD")) return Optional.empty();
    if (reply.body().length == 0 && OF_THE_SERVER.contains(reply.status()) && request.isIllFormed())
      return Optional.empty();
    if (!reply.type().startsWith("application/problem+json"))
      return Optional.of(
          reply.status() + " is no problem document but " + reply.type() + ": " + reply.text());
    var problem = reply.json();
    return problem.path("status").asInt() == reply.status() && isWhole(problem)
        ? Optional.empty()
        : Optional.of("a problem that lacks something: " + reply.text());
  }

  private static boolean isWhole(JsonNode problem) {
    return problem.path("status").asInt() >= 400
        && problem.path("type").asText().startsWith(TYPES)
        && !problem.path("title").asText().isBlank()
        && !problem.path("detail").asText().isBlank();
  }
}
