package baton.allocation.casework;

import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Roles;
import baton.platform.forms.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the holder does, and how it ends. */
@Path("/cases/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class CaseworkResource {
  private final Commands commands;
  private final Acting acting;
  private final BusinessClock clock;

  public CaseworkResource(Commands commands, Acting acting, BusinessClock clock) {
    this.commands = commands;
    this.acting = acting;
    this.clock = clock;
  }

  @POST
  @Path("/actions")
  @RolesAllowed({Roles.OFFICER, Roles.ASSESSOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Record what was done",
      description =
          "By who has the case; for one outside Baton, by who sent it there. A clock stops only on"
              + " its own kinds of action (R12).")
  public Executed act(@PathParam("referralId") ReferralId referral, Requests.Action body) {
    return commands.sendOnce(
        body, Form.body(body).command(referral, acting.party(), acting.person(), clock.instant()));
  }

  @POST
  @Path("/outcome")
  @RolesAllowed({Roles.OFFICER, Roles.ASSESSOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Propose how the case ends",
      description =
          "By who has the case, for one outside Baton by who sent it there; another person has to"
              + " confirm (R37).")
  public Executed propose(
      @PathParam("referralId") ReferralId referral, Requests.OutcomeProposal body) {
    return commands.sendOnce(
        body, Form.body(body).command(referral, acting.party(), acting.person()));
  }

  @POST
  @Path("/outcome/confirmation")
  @RolesAllowed({Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Confirm the outcome that was proposed",
      description = "By another person, a supervisor of the force (R37). The case is closed.")
  public Executed confirm(@PathParam("referralId") ReferralId referral) {
    PersonId by = acting.supervisor("confirms an outcome (R37)");
    return commands.sendOnce(null, new ConfirmOutcome(referral, acting.party(), by));
  }
}
