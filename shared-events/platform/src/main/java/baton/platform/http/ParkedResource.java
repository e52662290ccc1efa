package baton.platform.http;

import baton.contract.EventTypes;
import baton.contract.ReferralId;
import baton.contract.journal.EventReleased;
import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.reader.ParkedEvent;
import baton.journal.reader.Retried;
import baton.journal.relay.Relay;
import baton.platform.Freshness;
import baton.platform.FreshnessNow;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What waits because this service could not apply it, or the broker would not take it. */
@Path("/parked")
@Produces(MediaType.APPLICATION_JSON)
@ServesCopies
public class ParkedResource {

  private final LogReader reader;
  private final Relay relay;
  private final BusinessClock clock;
  private final FreshnessNow freshness;

  public ParkedResource(
      LogReader reader, Relay relay, BusinessClock clock, FreshnessNow freshness) {
    this.reader = reader;
    this.relay = relay;
    this.clock = clock;
    this.freshness = freshness;
  }

  /**
   * One page.
   *
   * @param unpublished what the broker refuses of this service's own events; on the first page only
   */
  public record ParkedList(
      List<ParkedEvent> items,
      List<Refused> unpublished,
      String next,
      Instant asOf,
      double lagSeconds) {}

  /** An event that the broker refuses. */
  public record Refused(
      ReferralId referral, String eventId, String type, String refusal, Instant parkedAt) {}

  /**
   * What a retry led to.
   *
   * @param released how many events were applied; left out where the relay will try again soon
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Release(
      ReferralId referralId, List<String> recorded, Instant recordedTime, Integer released) {}

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "What waits, oldest first")
  public ParkedList list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("after") @DefaultValue("0") long after) {
    Freshness now = freshness.get();
    List<ParkedEvent> page = reader.parked().list(limit, after);
    return new ParkedList(
        page,
        after == 0 ? refused() : List.of(),
        page.size() < limit ? null : Long.toString(page.getLast().position()),
        now.asOf(),
        now.lagSeconds());
  }

  @POST
  @Path("/{referralId}/retry")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Try again everything that waits of a referral")
  public Release retry(@PathParam("referralId") ReferralId referral) {
    return switch (reader.parked().retry(referral)) {
      case Retried.Released released ->
          new Release(
              referral,
              List.of(EventTypes.nameOf(EventReleased.class)),
              clock.instant(),
              released.events());
      case Retried.NothingParked _ when relay.retry(referral) ->
          new Release(referral, List.of(), clock.instant(), null);
      case Retried.NothingParked _ ->
          throw Problems.notFound("nothing of this referral waits here");
      case Retried.StillParked still ->
          throw Problems.of(
              409,
              "still-parked",
              "Refused as things stand",
              "it still cannot be applied: " + String.join("; ", still.failures()));
    };
  }

  private List<Refused> refused() {
    return relay.parked().stream()
        .map(
            key ->
                new Refused(key.referral(), key.event(), key.type(), key.refusal(), key.parkedAt()))
        .toList();
  }
}
