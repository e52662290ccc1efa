package baton.platform.http;

import baton.journal.store.NewerEvent;
import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** While an upgrade rolls, this instance cannot go on with what a newer one has begun. */
@Provider
public class NewerEventMapper extends ExceptionMapperBase<NewerEvent> {
  private static final int RETRY_AFTER_SECONDS = 10;

  @Override
  protected HttpProblem toProblem(NewerEvent e) {
    return Problems.builder(
            503,
            "being-upgraded",
            "Not available at the moment",
            "a newer version of this service has gone on with this; this instance is about to be"
                + " replaced, and nothing of this request was stored: send it again")
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
