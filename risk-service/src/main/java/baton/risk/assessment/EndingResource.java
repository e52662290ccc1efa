package baton.risk.assessment;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.Staff;
import baton.risk.assessment.model.EndingCommand.ConfirmEnd;
import baton.risk.worklist.Originals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a referral goes no further than the NCA, and how it goes on again. */
@Path("/assessments/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class EndingResource {
  private final Commands commands;
  private final Idempotency idempotency;
  private final Staff staff;
  private final Originals originals;

  public EndingResource(
      Commands commands, Idempotency idempotency, Staff staff, Originals originals) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.staff = staff;
    this.originals = originals;
  }

  @POST
  @Path("/end")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Propose that the referral goes no further than the NCA",
      description =
          "By who has it, with a reason; a supervisor of the NCA has to confirm. A further proposal"
              + " replaces the one that waits. It lapses when somebody else takes the referral over"
              + " or a force is determined.")
  public Executed propose(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      EndRequests.End body) {
    EndRequests.Read read = Form.body(body).read();
    PersonId by = staff.person();
    return idempotency.once(
        key,
        body,
        () -> {
          var original =
              read.duplicateOf() == null ? null : originals.look(read.duplicateOf(), referral);
          return commands.send(read.command(referral, staff.organisation(), by, original));
        });
  }

  @POST
  @Path("/end/confirmation")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "Confirm the end that was proposed",
      description =
          "By a supervisor of the NCA, another person than who proposed it. It is held from then on"
              + " (and looked at again every 90 days), or concluded.")
  public Executed confirm(
      @PathParam("referralId") ReferralId referral, @HeaderParam(Idempotency.HEADER) String key) {
    PersonId by = staff.person();
    return idempotency.once(
        key,
        (Object) null,
        () ->
            commands.send(
                new ConfirmEnd(
                    referral,
                    staff.organisation(),
                    by,
                    originals.lookToConfirm(referral).orElse(null))));
  }

  @POST
  @Path("/hold/review")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Say that a held referral was looked at and stays held",
      description = "By the NCA, with a reason; due every 90 days.")
  public Executed review(@PathParam("referralId") ReferralId referral, EndRequests.Reason body) {
    return commands.sendOnce(
        body, Form.body(body).review(referral, staff.organisation(), staff.person()));
  }

  @POST
  @Path("/hold/end")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(
      summary = "End the hold: the way to a force goes on",
      description =
          "By the NCA, with a reason. An amendment that can be acted on ends a hold by itself.")
  public Executed goOn(@PathParam("referralId") ReferralId referral, EndRequests.Reason body) {
    return commands.sendOnce(
        body, Form.body(body).end(referral, staff.organisation(), staff.person()));
  }
}
