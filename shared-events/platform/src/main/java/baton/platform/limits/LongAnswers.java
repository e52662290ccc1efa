package baton.platform.limits;

import baton.contract.OrganisationCode;
import baton.platform.BatonConfig;
import baton.platform.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Long answers under way. One that is taken slowly takes one of its own organisation's places. */
@ApplicationScoped
public class LongAnswers {

  private final int max;
  private final int maxEach;
  private final Shares shares;

  LongAnswers(BatonConfig config) {
    this.max = config.http().streams();
    this.maxEach = config.http().streamsEach();
    this.shares = new Shares(max, maxEach);
  }

  /**
   * A place until the call ends: 429 if the organisation has all of its own, 503 if everybody
   * together has all.
   */
  void begin(OrganisationCode who, RoutingContext call) {
    switch (shares.take(who)) {
      case TAKEN -> call.addEndHandler(_ -> shares.giveBack(who));
      case ALL_ARE_TAKEN ->
          throw new Busy("the service gives " + max + " answers of this kind already");
      case OWN_ARE_TAKEN ->
          throw Problems.builder(
                  429,
                  "too-many-exports",
                  "Too much",
                  "%s takes %d answers of this kind already, as many as one may at once: ask again when another one has ended"
                      .formatted(who, maxEach))
              .withHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER_SECONDS)
              .build();
    }
  }
}
