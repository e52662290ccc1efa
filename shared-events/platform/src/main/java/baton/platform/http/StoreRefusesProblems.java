package baton.platform.http;

import baton.platform.Problems;
import baton.platform.StoreRefuses;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503 while the store does not belong to the log, or nobody knows yet. */
public class StoreRefusesProblems {
  @ServerExceptionMapper
  public Response refused(StoreRefuses e) {
    return Problems.builder(
            503,
            "store-refuses",
            "Nothing can be stored",
            e.getMessage() + ". Nothing of this request was stored; " + e.next())
        .withHeader(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds())
        .build()
        .toResponse();
  }
}
