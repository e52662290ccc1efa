package baton.platform.limits;

import baton.platform.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts in whoever asks for a long answer, once it is known who it is. */
@LongAnswer
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class LongAnswerFilter implements ContainerRequestFilter {

  private final LongAnswers underWay;
  private final Caller caller;
  private final CurrentVertxRequest current;

  public LongAnswerFilter(LongAnswers underWay, Caller caller, CurrentVertxRequest current) {
    this.underWay = underWay;
    this.caller = caller;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    underWay.begin(caller.organisation(), current.getCurrent());
  }
}
