package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.platform.Caller;
import baton.platform.Freshness;
import baton.platform.FreshnessNow;
import baton.platform.Page;
import baton.platform.Roles;
import baton.platform.referral.Openings.Reader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A force's feed, a page at a time. */
@Path("/disseminations")
@RolesAllowed({Roles.FORCE_SYSTEM, Roles.ALLOCATOR, Roles.SUPERVISOR})
public class FeedResource {
  private final FeedReading reading;
  private final FeedSight sight;
  private final FreshnessNow freshness;
  private final Caller caller;

  public FeedResource(FeedReading reading, FeedSight sight, FreshnessNow freshness, Caller caller) {
    this.reading = reading;
    this.sight = sight;
    this.freshness = freshness;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The force's own feed: what was disseminated to it, and what became of that",
      description =
          "CloudEvents 1.0 documents in the order in which they were told. Ask again with `after` ="
              + " the `feedposition` of the last one that you have: nothing is lost and nothing"
              + " comes twice. With `Accept: text/event-stream` it goes on as it happens.")
  @APIResponse(
      responseCode = "200",
      description = "A page, or the stream",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FeedPage.class)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    description =
                        "`id` the feedposition, `event` the type, `data` the document; resumes"
                            + " behind `Last-Event-ID`"))
      })
  public Page<ObjectNode> page(
      @Parameter(description = "for a joint unit: which of its forces; else one's own")
          @QueryParam("force")
          OrganisationCode force,
      @Parameter(description = "the `feedposition` of the last entry that you have")
          @QueryParam("after")
          @DefaultValue("0")
          @Min(0)
          long after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
          int limit) {
    OrganisationCode of = sight.require(force);
    Freshness now = freshness.get();
    FeedReading.Pages pages = reading.behind(Reader.of(caller), of, after, limit);
    List<ObjectNode> items = pages.entries().stream().map(FeedReading.Given::document).toList();
    long reached = items.isEmpty() ? after : pages.entries().getLast().position();
    String next = reached < pages.last() ? Long.toString(reached) : null;
    return new Page<>(items, next, now.asOf(), now.lagSeconds());
  }
}
