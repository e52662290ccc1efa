package baton.allocation.webhooks;

import baton.allocation.webhooks.WebhookBodies.NewSecret;
import baton.allocation.webhooks.WebhookBodies.Replay;
import baton.allocation.webhooks.WebhookViews.Made;
import baton.allocation.webhooks.WebhookViews.Now;
import baton.allocation.webhooks.WebhookViews.Tested;
import baton.platform.FreshnessNow;
import baton.platform.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is done with one webhook of a force. */
@Path("/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FORCE_SYSTEM, Roles.SUPERVISOR})
public class WebhookActionsResource {
  private final WebhookDesk desk;
  private final WebhookTrial trial;
  private final WebhooksConfig config;
  private final FreshnessNow freshness;

  public WebhookActionsResource(
      WebhookDesk desk, WebhookTrial trial, WebhooksConfig config, FreshnessNow freshness) {
    this.desk = desk;
    this.trial = trial;
    this.config = config;
    this.freshness = freshness;
  }

  @POST
  @Path("/test")
  @Operation(
      summary = "Send one signed document of the type baton.feed.webhook-test.v1, now",
      description =
          "Says what it answered. Nothing of the feed is sent by this and the webhook's state stays"
              + " as it is; a disabled one can be tested too.")
  public Tested test(@PathParam("id") UUID id) throws InterruptedException {
    return trial.send(desk.find(id));
  }

  @POST
  @Path("/replay")
  @Operation(
      summary = "Send again what follows a place of the feed",
      description =
          "With the same ids as the first time. What the force has no longer, or is offered no"
              + " longer, is withheld.")
  public Now replay(@PathParam("id") UUID id, Replay body) {
    return Now.of(desk.replay(id, WebhookBodies.after(body)), freshness.get());
  }

  @POST
  @Path("/enable")
  @RolesAllowed({Roles.FORCE_SYSTEM, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
  @Operation(
      summary = "Send to a webhook again that was disabled, or at once to one that fails",
      description = "It goes on where it was: what it missed is sent first.")
  public Now enable(@PathParam("id") UUID id) {
    return Now.of(desk.enable(id), freshness.get());
  }

  @POST
  @Path("/secret")
  @Operation(
      summary = "Make a new secret; for a while both sign",
      description =
          "Told in this answer and never again. Until `overlap` is over `webhook-signature` holds a"
              + " signature by each, parted by a blank: one that verifies is enough. At most two sign: a"
              + " third one ends the oldest at once.")
  public Made renew(@PathParam("id") UUID id, NewSecret body) {
    var made = desk.renew(id, WebhookBodies.overlap(body, config.overlap()));
    return new Made(made.row(), made.secret());
  }
}
