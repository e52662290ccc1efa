package baton.allocation.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.allocation.caseload.CaseTable;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseDisseminated;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
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

/** The hand-off from the NCA to a force. */
@Path("/cases/{referralId}/disseminations")
@Produces(MediaType.APPLICATION_JSON)
public class DisseminationResource {
  private final Commands commands;
  private final Idempotency idempotency;
  private final Staff staff;
  private final Dossiers dossiers;
  private final CaseTable table;
  private final Transactions transactions;

  public DisseminationResource(
      Commands commands,
      Idempotency idempotency,
      Staff staff,
      Dossiers dossiers,
      CaseTable table,
      Transactions transactions) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.staff = staff;
    this.dossiers = dossiers;
    this.table = table;
    this.transactions = transactions;
  }

  @POST
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Offer the referral to a force, with the package it needs to act",
      description =
          "By the NCA. Custody stays there until the force accepts (R2). To another force replaces"
              + " the open one; the same again changes nothing (200).")
  @APIResponse(
      responseCode = "201",
      description = "Disseminated",
      content = @Content(schema = @Schema(implementation = Executed.class)))
  public Response disseminate(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      Requests.Dissemination body,
      UriInfo uri) {
    requireNca();
    OrganisationCode force = Form.body(body).forceCode();
    return idempotency.once(
        key,
        Idempotency.hash((force + "\n" + body.note()).getBytes(UTF_8)),
        () -> disseminate(referral, force, body.note(), uri));
  }

  @POST
  @Path("/{number}/acceptance")
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Accept for the force",
      description =
          "The person named has it from then on. A dissemination past its limit stays acceptable.")
  public Executed accept(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      Requests.Acceptance body) {
    return staff.steady(
        () -> {
          staff.person();
          return commands.sendOnce(body, Form.body(body).command(referral, number, staff));
        });
  }

  @POST
  @Path("/{number}/decline")
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Decline for the force",
      description = "With a reason (R3). Custody stays with the NCA.")
  public Executed decline(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      Requests.ForceDecline body) {
    staff.person();
    return commands.sendOnce(body, Form.body(body).command(referral, staff.organisation(), number));
  }

  @POST
  @Path("/{number}/withdrawal")
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Take a dissemination back before it is accepted",
      description = "By the NCA.")
  public Executed withdraw(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      Requests.Withdrawal body) {
    requireNca();
    var reason = FreeText.sealed(body == null ? null : body.reason(), null);
    return commands.sendOnce(body, new WithdrawDissemination(referral, number, reason));
  }

  private Response disseminate(
      ReferralId referral, OrganisationCode force, String note, UriInfo uri) {
    ReferralCopy copy =
        ReferralCopies.find(referral, transactions.connection())
            .orElseThrow(
                () ->
                    Problems.notReadYet(
                        "the receipt of this referral has not been read here; if it was sent just"
                            + " now, ask again in a second"));
    Executed executed =
        commands.send(
            new DisseminateCase(
                referral, force, copy.reference(), copy.urgent(), dossiers.of(copy, note)));
    return Created.answer(
        executed,
        Optional.ofNullable(executed.event(CaseDisseminated.class)).map(CaseDisseminated::number),
        table.lastDissemination(referral),
        referral,
        "disseminations",
        uri);
  }

  private void requireNca() {
    if (!staff.organisation().equals(OrganisationCode.NCA))
      throw Problems.forbidden(
          "nca-only",
          "only an allocator or supervisor of the NCA disseminates a referral or withdraws it");
  }
}
