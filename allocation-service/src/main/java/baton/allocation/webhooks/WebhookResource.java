package baton.allocation.webhooks;

import baton.allocation.feed.FeedSight;
import baton.allocation.webhooks.WebhookBodies.Read;
import baton.allocation.webhooks.WebhookBodies.Wanted;
import baton.allocation.webhooks.WebhookViews.Made;
import baton.allocation.webhooks.WebhookViews.Now;
import baton.allocation.webhooks.WebhookViews.Row;
import baton.contract.OrganisationCode;
import baton.platform.FreshnessNow;
import baton.platform.Idempotency;
import baton.platform.Page;
import baton.platform.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The webhooks of a force. Who only administers reads no sealed data, and so sends it nowhere. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FORCE_SYSTEM, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
public class WebhookResource {
  private static final String WHICH = "for a joint unit: which of its forces; else one's own";

  private final WebhookDesk desk;
  private final FeedSight sight;
  private final FreshnessNow freshness;
  private final Idempotency idempotency;
  private final WebhooksConfig config;
  private final ObjectMapper json;

  public WebhookResource(
      WebhookDesk desk,
      FeedSight sight,
      FreshnessNow freshness,
      Idempotency idempotency,
      WebhooksConfig config,
      ObjectMapper json) {
    this.desk = desk;
    this.sight = sight;
    this.freshness = freshness;
    this.idempotency = idempotency;
    this.config = config;
    this.json = json;
  }

  /** The same body is another request where it is for another force. */
  private record Asked(OrganisationCode force, Wanted body) {}

  @POST
  @RolesAllowed({Roles.FORCE_SYSTEM, Roles.SUPERVISOR})
  @Operation(
      summary = "Have the force's feed sent to an address, signed as Standard Webhooks has it",
      description =
          "Each entry of the feed is posted as the same CloudEvents document that GET"
              + " /disseminations gives, in its order, until it is answered with 200 to 299: for"
              + " days, then the webhook is disabled and what it misses waits for it. The secret is"
              + " told in this answer and never again.")
  @APIResponse(
      responseCode = "201",
      description = "It is sent to from now on",
      content = @Content(schema = @Schema(implementation = Made.class)))
  public Response add(
      @Parameter(description = WHICH) @QueryParam("force") OrganisationCode force,
      @Parameter(description = "the same key and body gets the first answer, without the secret")
          @HeaderParam(Idempotency.HEADER)
          String key,
      Wanted body,
      @Context UriInfo uri)
      throws JsonProcessingException, InterruptedException {
    OrganisationCode of = sight.require(force);
    Read read = WebhookBodies.read(body, config.allowHttp());
    desk.requirePublic(read.url());
    // Kept beside the answer that is kept: a secret may stand nowhere in the open.
    var secret = new AtomicReference<String>();
    Response answer =
        idempotency.once(
            key,
            Idempotency.hash(json.writeValueAsBytes(new Asked(of, body))),
            () -> {
              var made = desk.add(of, read);
              secret.set(made.secret());
              var at = uri.getAbsolutePathBuilder().path(made.row().id().toString()).build();
              return Response.created(at).entity(new Made(made.row(), null)).build();
            });
    return answer.getEntity() instanceof Made made
        ? Response.created(answer.getLocation())
            .entity(new Made(made.webhook(), secret.get()))
            .build()
        : answer;
  }

  @GET
  @Operation(summary = "The force's webhooks, how far each is and what is wrong with it")
  public Page<Row> list(
      @Parameter(description = WHICH) @QueryParam("force") OrganisationCode force) {
    var now = freshness.get();
    return new Page<>(desk.list(sight.require(force)), null, now.asOf(), now.lagSeconds());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One webhook")
  public Now show(@PathParam("id") UUID id) {
    return Now.of(desk.show(id), freshness.get());
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Send nothing more to a webhook, for good")
  @APIResponse(responseCode = "204", description = "It is no more")
  public void remove(@PathParam("id") UUID id) {
    desk.remove(id);
  }
}
