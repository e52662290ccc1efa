package baton.intake.receipt;

import baton.journal.clock.BusinessClock;
import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code POST /referrals}. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {

  static final String EXAMPLE =
      """
      {"reference":"SYNTHETIC-0001","type":"POSSESSION_OR_DISTRIBUTION","force":"46",\
      "occurred":{"from":"2012-07-03T10:15:00Z"},"people":[{"role":"SUSPECT",\
      "names":["Synthetic Person"]}]}""";

  private final Reception reception;
  private final Idempotency idempotency;
  private final Caller caller;
  private final OwnReception own;
  private final BusinessClock clock;

  public ReferralResource(
      Reception reception,
      Idempotency idempotency,
      Caller caller,
      OwnReception own,
      BusinessClock clock) {
    this.reception = reception;
    this.idempotency = idempotency;
    this.caller = caller;
    this.own = own;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AGENCY)
  @Operation(
      summary = "Hand a referral over",
      description =
          "Only reference (unique per agency) and type are required. Fields that Baton does not"
              + " know are kept and named in the receipt. At most 512 KiB.")
  @APIResponse(
      responseCode = "201",
      description = "Received for the first time",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "Received before: repeated or amended",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "413", description = "Too large")
  @APIResponse(responseCode = "422", description = "Something in it is wrong: see violations")
  public Response receive(
      @HeaderParam(Idempotency.HEADER) String key,
      UriInfo uri,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Object.class),
                      examples = @ExampleObject(name = "referral", value = EXAMPLE)))
          byte[] body)
      throws JsonProcessingException {
    Incoming said = Incoming.read(body, clock.instant());
    return idempotency.once(
        key,
        Idempotency.hash(body),
        () -> answer(reception.receive(caller.organisation(), said, null), uri));
  }

  @POST
  @Path("/own")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.ALLOCATOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Bring a referral in that is the force's own",
      description =
          "By a force's staff; the force has it from then on. Like what an agency hands over;"
              + " custody {team, person} names who has it, otherwise the person who posts.")
  @APIResponse(
      responseCode = "201",
      description = "Received for the first time",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "Received before: repeated or amended",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "413", description = "Too large")
  @APIResponse(responseCode = "422", description = "Something in it is wrong: see violations")
  public Response originate(
      @HeaderParam(Idempotency.HEADER) String key,
      UriInfo uri,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Object.class),
                      examples = @ExampleObject(name = "referral", value = EXAMPLE)))
          byte[] body)
      throws JsonProcessingException {
    OwnReferral said = own.read(body);
    return idempotency.once(key, Idempotency.hash(body), () -> answer(own.receive(said), uri));
  }

  private static Response answer(Receipt receipt, UriInfo uri) {
    var location =
        uri.getBaseUriBuilder().path("referrals").path(receipt.referralId().toString()).build();
    return Response.status(receipt.outcome() == Receipt.Outcome.created ? 201 : 200)
        .location(location)
        .entity(receipt)
        .build();
  }
}
