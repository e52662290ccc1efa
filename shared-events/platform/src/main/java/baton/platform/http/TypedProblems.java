package baton.platform.http;

import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Gives a type to the problems of libraries, which have none: every problem of Baton has one. */
@ApplicationScoped
public class TypedProblems implements ProblemPostProcessor {

  private static final int AFTER_THE_DEFAULTS = 0;
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "bad-request",
          401, "token-missing-or-wrong",
          403, "role-insufficient",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type",
          500, "internal-error");

  @Override
  public int priority() {
    return AFTER_THE_DEFAULTS;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getType() != null) return problem;
    String code = CODES.getOrDefault(problem.getStatusCode(), "other");
    return HttpProblem.builder(problem).withType(Problems.type(code)).build();
  }
}
