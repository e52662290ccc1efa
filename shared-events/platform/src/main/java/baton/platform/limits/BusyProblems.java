package baton.platform.limits;

import baton.platform.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells it as 503. Thrown as a problem it would be logged as a defect, and an overload floods. */
public class BusyProblems {

  @ServerExceptionMapper
  public Response busy(Busy e) {
    return Problems.builder(
            503,
            "busy",
            "Not available at the moment",
            e.getMessage() + "; nothing of this request was stored: send it again")
        .withHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER_SECONDS)
        .build()
        .toResponse();
  }
}
