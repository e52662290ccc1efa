package baton.escalation.replay;

import baton.platform.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells it as 503. Thrown as a problem it would be logged as a defect. */
public class NotMadeYetProblems {
  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper
  public Response notMade(NotMadeYet e) {
    return Problems.builder(
            503, e.code(), "Not available at the moment", e.getMessage() + "; ask the same again")
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build()
        .toResponse();
  }
}
