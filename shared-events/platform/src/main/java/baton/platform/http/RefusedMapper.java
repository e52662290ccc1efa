package baton.platform.http;

import baton.platform.Problems;
import baton.platform.RefusedException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A rule's refusal: 403, 404, 409 or 422, with the rule's own words. */
@Provider
public class RefusedMapper extends ExceptionMapperBase<RefusedException> {

  @Override
  protected HttpProblem toProblem(RefusedException refused) {
    return Problems.of(refused.refusal());
  }
}
