package baton.allocation.casework;

import baton.allocation.caseload.CaseTable;
import baton.allocation.casework.model.CaseCommand.AcceptAllocation;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.WithdrawAllocation;
import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.CaseAllocated;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.Receiver;
import baton.platform.roster.Staff;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The hand-off from whoever accepted for the force to a named officer. */
@Path("/cases/{referralId}/allocations")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationResource {
  private final Commands commands;
  private final Idempotency idempotency;
  private final Staff staff;
  private final Acting acting;
  private final CaseTable table;

  public AllocationResource(
      Commands commands, Idempotency idempotency, Staff staff, Acting acting, CaseTable table) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.staff = staff;
    this.acting = acting;
    this.table = table;
  }

  @POST
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Offer the case to a named officer",
      description =
          "By the force that has it, to one of its people, or to whoever is on duty for a team;"
              + " the duty inspector where nobody is. Custody stays where it is until he or she"
              + " accepts (R2). To another officer replaces the open one; the same again changes"
              + " nothing (200).")
  @APIResponse(
      responseCode = "201",
      description = "Allocated",
      content = @Content(schema = @Schema(implementation = Executed.class)))
  public Response allocate(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      Requests.Allocation body,
      UriInfo uri) {
    staff.person();
    Receiver to = Form.body(body).receiver();
    return idempotency.once(key, Idempotency.hash(to.bytes()), () -> allocate(referral, to, uri));
  }

  @POST
  @Path("/{number}/acceptance")
  @RolesAllowed({Roles.OFFICER, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Accept what was allocated to you",
      description = "You are custodian from then on. An overdue allocation stays acceptable.")
  public Executed accept(
      @PathParam("referralId") ReferralId referral, @PathParam("number") int number) {
    return staff.steady(
        () -> {
          PersonId by = staff.personThere();
          TeamId team = staff.entry(by).team();
          return commands.sendOnce(
              null, new AcceptAllocation(referral, acting.party(), number, by, team));
        });
  }

  @POST
  @Path("/{number}/withdrawal")
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Take an allocation back before it is accepted",
      description = "By the force that has it. Custody stays where it is.")
  public Executed withdraw(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      HandOffRequests.Withdrawal body) {
    acting.person();
    var reason = FreeText.sealed(body == null ? null : body.reason(), null);
    return commands.sendOnce(
        body, new WithdrawAllocation(referral, acting.party(), number, reason));
  }

  @POST
  @Path("/{number}/decline")
  @RolesAllowed({Roles.OFFICER, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Decline what was allocated to you",
      description = "With a reason (R3). Custody stays where it is.")
  public Executed decline(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      Requests.OfficerDecline body) {
    PersonId by = staff.person();
    return commands.sendOnce(body, Form.body(body).command(referral, acting.party(), number, by));
  }

  private Response allocate(ReferralId referral, Receiver to, UriInfo uri) {
    Executed executed = commands.send(new AllocateCase(referral, acting.party(), staff.entry(to)));
    return Created.answer(
        executed,
        Optional.ofNullable(executed.event(CaseAllocated.class)).map(CaseAllocated::number),
        table.lastAllocation(referral),
        referral,
        "allocations",
        uri);
  }
}
