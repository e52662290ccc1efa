package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.casework.model.CaseCommand.Redirect;
import baton.allocation.casework.model.Party;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.Staff;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The hand-off from who has a referral to another organisation, as that one answers it. */
@Path("/cases/{referralId}/disseminations/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
public class DisseminationAnswers {
  private final Commands commands;
  private final Acting acting;
  private final Staff staff;
  private final Agreements agreements;
  private final Dossiers dossiers;

  public DisseminationAnswers(
      Commands commands, Acting acting, Staff staff, Agreements agreements, Dossiers dossiers) {
    this.commands = commands;
    this.acting = acting;
    this.staff = staff;
    this.agreements = agreements;
    this.dossiers = dossiers;
  }

  @POST
  @Path("/acceptance")
  @Operation(
      summary = "Accept for the force",
      description =
          "The person named has it from then on. A dissemination past its limit stays acceptable.")
  public Executed accept(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      HandOffRequests.Acceptance body) {
    return staff.steady(
        () -> {
          acting.person();
          return commands.sendOnce(
              body, Form.body(body).command(referral, acting.party(), number, staff));
        });
  }

  @POST
  @Path("/decline")
  @Operation(
      summary = "Decline for the force",
      description =
          "With a reason (R3); custody stays where it is. With `redirectTo` it is said to be"
              + " another's, `text` is the evidence, and it is offered there at once. The second"
              + " refusal of ownership goes to the tie-breaker of the two, who decides.")
  public Executed decline(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      HandOffRequests.ForceDecline body) {
    acting.person();
    OrganisationCode to = Form.body(body).redirect(agreements);
    Party party = acting.party();
    Redirect redirect =
        to == null ? null : new Redirect(to, dossiers.again(referral, number, party.actsFor()));
    return commands.sendOnce(
        body, body.command(referral, party, number, redirect, agreements.tieBreakers()));
  }
}
