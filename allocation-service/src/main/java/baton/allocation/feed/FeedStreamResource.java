package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import baton.platform.Roles;
import baton.platform.limits.Place;
import baton.platform.referral.Openings.Reader;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A force's feed as it happens. */
@Path("/disseminations")
@RolesAllowed({Roles.FORCE_SYSTEM, Roles.ALLOCATOR, Roles.SUPERVISOR})
public class FeedStreamResource {
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final FeedStreams streams;
  private final FeedReading reading;
  private final FeedSight sight;
  private final Caller caller;
  private final JsonWebToken token;
  private final CurrentVertxRequest current;

  public FeedStreamResource(
      FeedStreams streams,
      FeedReading reading,
      FeedSight sight,
      Caller caller,
      JsonWebToken token,
      CurrentVertxRequest current) {
    this.streams = streams;
    this.reading = reading;
    this.sight = sight;
    this.caller = caller;
    this.token = token;
    this.current = current;
  }

  /** It goes on until the token ends, the client goes, or takes nothing for too long. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> follow(
      @QueryParam("force") OrganisationCode force,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @HeaderParam(LAST_EVENT_ID) String lastEventId,
      @Context Sse sse) {
    OrganisationCode of = sight.require(force);
    long from = lastEventId == null || lastEventId.isBlank() ? after : place(lastEventId);
    reading.requireReach(of, from);
    streams.requireRoom(caller.organisation());
    RoutingContext call = current.getCurrent();
    call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Place.giveUp(call);
    var who =
        new FeedStreams.Follower(
            Reader.of(caller), of, System.nanoTime() + left(), () -> FeedCut.of(call.request()));
    return Multi.createFrom().publisher(streams.follow(who, from)).map(line -> event(line, sse));
  }

  private static OutboundSseEvent event(FeedLine line, Sse sse) {
    if (line.comment() != null) return sse.newEventBuilder().comment(line.comment()).build();
    return sse.newEventBuilder()
        .id(line.position().toString())
        .name(line.type())
        .data(line.document())
        .build();
  }

  private static long place(String lastEventId) {
    try {
      long place = Long.parseLong(lastEventId.strip());
      if (place >= 0) return place;
    } catch (NumberFormatException noPlace) {
      // the one problem below
    }
    throw Problems.invalid(
        List.of(
            new Violation(
                LAST_EVENT_ID,
                "wrong-parameter",
                LAST_EVENT_ID + " is the id of the last event that you have: a whole number")));
  }

  /** Nanoseconds for which the token is good. */
  private long left() {
    return TimeUnit.SECONDS.toNanos(token.getExpirationTime())
        - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }
}
