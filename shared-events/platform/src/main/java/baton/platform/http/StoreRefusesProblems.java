package baton.platform.http;

import baton.platform.Problems;
import baton.platform.StoreRefuses;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503 while the store does not belong to the log: an operator has to recover it first. */
public class StoreRefusesProblems {
  private static final int RETRY_AFTER_SECONDS = 60;

  @ServerExceptionMapper
  public Response refused(StoreRefuses e) {
    return Problems.builder(
            503,
            "store-refuses",
            "Nothing can be stored",
            e.getMessage()
                + ". Nothing of this request was stored; an operator has to recover the service,"
                + " then send it again")
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build()
        .toResponse();
  }
}
