package baton.intake.progress;

import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.intake.ProgressRequested;
import baton.intake.progress.model.ProgressCommand.ReportProgress;
import baton.intake.progress.model.ProgressCommand.RequestProgress;
import baton.intake.status.SentReferral;
import baton.intake.status.SentReferrals;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Freshness;
import baton.platform.FreshnessNow;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.Staff;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A sender asks how its referral stands; the organisation that has it tells (R36). */
@Path("/referrals/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {
  private static final String UNKNOWN =
      "there is no referral with this id that your organisation sent or has";

  private final Commands commands;
  private final Idempotency idempotency;
  private final SentReferrals referrals;
  private final ProgressReading progress;
  private final Staff staff;
  private final Caller caller;
  private final FreshnessNow freshness;

  public ProgressResource(
      Commands commands,
      Idempotency idempotency,
      SentReferrals referrals,
      ProgressReading progress,
      Staff staff,
      Caller caller,
      FreshnessNow freshness) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.referrals = referrals;
    this.progress = progress;
    this.staff = staff;
    this.caller = caller;
    this.freshness = freshness;
  }

  /**
   * @param text what is asked, or null
   */
  @Schema(name = "ProgressQuestion")
  public record Question(String text) {}

  @Schema(name = "ProgressAnswer")
  public record Answer(
      @Schema(required = true, description = "written for the sender, who reads it") String text,
      @Schema(description = "the number of the request that it answers; left out where unasked")
          Integer request) {}

  /** What was said so far, and how new that is. */
  @Schema(name = "ProgressNow")
  public record ProgressNow(@JsonUnwrapped Progress progress, @JsonUnwrapped Freshness freshness) {}

  @POST
  @Path("/progress-requests")
  @RolesAllowed(Roles.AGENCY)
  @Operation(
      summary = "Ask how your referral stands",
      description =
          "The organisation that has it owes an answer within two working days. Each question"
              + " counts, however alike.")
  @APIResponse(
      responseCode = "201",
      description = "Asked",
      content = @Content(schema = @Schema(implementation = Executed.class)))
  public Response ask(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      Question body,
      UriInfo uri) {
    String text = Form.body(body).text();
    SentReferral sent = known(referral);
    var command =
        new RequestProgress(
            referral, caller.organisation(), sent.concluded(), FreeText.sealed(null, text));
    return idempotency.once(
        key,
        Idempotency.hash(String.valueOf(text).getBytes(StandardCharsets.UTF_8)),
        () -> asked(commands.send(command), referral, uri));
  }

  @POST
  @Path("/progress")
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM
  })
  @Operation(
      summary = "Tell the sender how its referral stands",
      description =
          "By any of the staff of the organisation that has it, asked or unasked; due every 28"
              + " days. The sender reads the text.")
  public Executed tell(@PathParam("referralId") ReferralId referral, Answer body) {
    var form = new Form();
    String text = form.required("/text", Form.body(body).text());
    form.check();
    PersonId by = staff.person();
    return commands.sendOnce(
        body,
        new ReportProgress(
            referral,
            staff.organisation(),
            by,
            known(referral).answerable(),
            body.request(),
            FreeText.sealed(null, text)));
  }

  @GET
  @Path("/progress")
  @RolesAllowed({
    Roles.AGENCY,
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary = "What was asked about a referral, and what its sender was told",
      description = "For its sender and for the organisation that has it.")
  public ProgressNow read(@PathParam("referralId") ReferralId referral) {
    SentReferral sent = known(referral);
    if (!caller.belongsTo(sent.agency())) caller.requireSight(sent.answerable(), UNKNOWN);
    return new ProgressNow(progress.of(referral), freshness.get());
  }

  private SentReferral known(ReferralId referral) {
    return referrals.find(referral).orElseThrow(() -> Problems.notFound(UNKNOWN));
  }

  private static Response asked(Executed executed, ReferralId referral, UriInfo uri) {
    int number = executed.event(ProgressRequested.class).number();
    var location =
        uri.getBaseUriBuilder()
            .path("referrals")
            .path(referral.toString())
            .path("progress")
            .build();
    return Response.created(location).entity(executed.withNumber(number)).build();
  }
}
