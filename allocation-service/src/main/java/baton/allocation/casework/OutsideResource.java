package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseTable;
import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
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

/**
 * The acceptance by an organisation that is not on Baton, recorded by two persons who offered it.
 */
@Path("/cases/{referralId}/disseminations/{number}/recorded-acceptance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
public class OutsideResource {
  private final Commands commands;
  private final Acting acting;
  private final Agreements agreements;
  private final CaseTable table;
  private final BusinessClock clock;

  public OutsideResource(
      Commands commands,
      Acting acting,
      Agreements agreements,
      CaseTable table,
      BusinessClock clock) {
    this.commands = commands;
    this.acting = acting;
    this.agreements = agreements;
    this.table = table;
    this.clock = clock;
  }

  @POST
  @Operation(
      summary = "Record that an organisation which is not on Baton accepted",
      description =
          "By who offered it. Custody stays where it is until a second person has confirmed it.")
  public Executed propose(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      HandOffRequests.RecordedAcceptance body) {
    return commands.sendOnce(
        body,
        Form.body(body)
            .command(
                referral,
                acting.party(),
                acting.person(),
                number,
                isOnBaton(referral, number),
                clock.instant()));
  }

  @POST
  @Path("/confirmation")
  @Operation(
      summary = "Confirm an acceptance that was recorded",
      description =
          "By another person of who offered it. That organisation has the referral from then on.")
  public Executed confirm(
      @PathParam("referralId") ReferralId referral, @PathParam("number") int number) {
    return commands.sendOnce(
        null,
        new ConfirmOutsideAcceptance(
            referral, acting.party(), acting.person(), number, isOnBaton(referral, number)));
  }

  private boolean isOnBaton(ReferralId referral, int number) {
    return table.offeredTo(referral, number).map(agreements::isOnBaton).orElse(false);
  }
}
