package baton.platform.http;

import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a type to the problems that the library makes itself: 401, 403, 500. */
@ApplicationScoped
public class TypedProblems implements ProblemPostProcessor {

  private static final int AFTER_THE_DEFAULTS = 0;

  @Override
  public int priority() {
    return AFTER_THE_DEFAULTS;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getType() != null) return problem;
    var refusal = FrameworkRefusal.of(problem.getStatusCode());
    var typed = HttpProblem.builder(problem).withType(Problems.type(refusal.code()));
    if (problem.getDetail() == null) typed.withDetail(refusal.next());
    return typed.build();
  }
}
