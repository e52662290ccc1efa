package baton.platform.http;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query parameter that should be a number and is none: the path is there, so it is 422. The
 * specification would have it 404, as for a path that names nothing. See {@link ContractParameters}
 * for ids.
 */
final class UnusableParameter {
  private UnusableParameter() {}

  /**
   * @param refused thrown when a parameter could not be read; empty if that was one of the path
   */
  static Optional<HttpProblem> of(NotFoundException refused, UriInfo uri) {
    if (!(refused.getCause() instanceof NumberFormatException unreadable)) return Optional.empty();
    String said = String.valueOf(unreadable.getMessage());
    Predicate<Map.Entry<String, List<String>>> meant =
        parameter -> parameter.getValue().stream().anyMatch(v -> said.contains('"' + v + '"'));
    if (uri.getPathParameters().entrySet().stream().anyMatch(meant)) return Optional.empty();
    return uri.getQueryParameters().entrySet().stream()
        .filter(meant)
        .findFirst()
        .map(parameter -> problem(parameter.getKey()));
  }

  private static HttpProblem problem(String name) {
    return Problems.invalid(
        List.of(new Violation("?" + name, "wrong-parameter", name + " must be a whole number")));
  }
}
