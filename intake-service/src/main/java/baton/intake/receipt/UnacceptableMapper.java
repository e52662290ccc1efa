package baton.intake.receipt;

import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** 422 with every violation. */
@Provider
public class UnacceptableMapper extends ExceptionMapperBase<UnacceptableReferral> {

  @Override
  protected HttpProblem toProblem(UnacceptableReferral e) {
    return problem(e);
  }

  /** With the pointers as they are in the referral. */
  static HttpProblem problem(UnacceptableReferral e) {
    return Problems.invalid(
        e.violations().stream()
            .map(v -> new Problems.Violation(v.pointer(), v.code(), v.detail()))
            .toList());
  }
}
