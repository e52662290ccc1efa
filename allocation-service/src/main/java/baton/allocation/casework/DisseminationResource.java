package baton.allocation.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseTable;
import baton.allocation.caseload.Caseload;
import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.Dossier;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseDisseminated;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
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

/** The hand-off from who has a referral to another organisation, as its sender sees it. */
@Path("/cases/{referralId}/disseminations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
public class DisseminationResource {
  private final Commands commands;
  private final Idempotency idempotency;
  private final Acting acting;
  private final Agreements agreements;
  private final Dossiers dossiers;
  private final CaseTable table;
  private final Caseload caseload;
  private final NcaAssessments assessments;

  public DisseminationResource(
      Commands commands,
      Idempotency idempotency,
      Acting acting,
      Agreements agreements,
      Dossiers dossiers,
      CaseTable table,
      Caseload caseload,
      NcaAssessments assessments) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.acting = acting;
    this.agreements = agreements;
    this.dossiers = dossiers;
    this.table = table;
    this.caseload = caseload;
    this.assessments = assessments;
  }

  @POST
  @Operation(
      summary = "Offer the referral to a force, with the package it needs to act",
      description =
          "By the NCA while it has it, by the force that has it (a transfer), or by the tie-breaker"
              + " who has to decide. Custody stays where it is until the other accepts (R2). To"
              + " another force replaces the open one; the same again changes nothing (200).")
  @APIResponse(
      responseCode = "201",
      description = "Disseminated",
      content = @Content(schema = @Schema(implementation = Executed.class)))
  public Response disseminate(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      HandOffRequests.Dissemination body,
      UriInfo uri) {
    Sender sender = acting.sender();
    OrganisationCode force = Form.body(body).organisation(agreements);
    return idempotency.once(
        key,
        Idempotency.hash((force + "\n" + body.note()).getBytes(UTF_8)),
        () -> disseminate(referral, sender, force, body.note(), uri));
  }

  @POST
  @Path("/{number}/withdrawal")
  @Operation(
      summary = "Take a dissemination back before it is accepted",
      description = "By who offered it. Everything is as it was before.")
  public Executed withdraw(
      @PathParam("referralId") ReferralId referral,
      @PathParam("number") int number,
      HandOffRequests.Withdrawal body) {
    var reason = FreeText.sealed(body == null ? null : body.reason(), null);
    return commands.sendOnce(
        body, new WithdrawDissemination(referral, acting.sender(), number, reason));
  }

  private Response disseminate(
      ReferralId referral, Sender sender, OrganisationCode force, String note, UriInfo uri) {
    boolean nca = sender.party().organisation().equals(OrganisationCode.NCA);
    if (nca) requireGoingOn(referral);
    // Whoever may not see it learns nothing of it, not even whether there is a package to give.
    boolean sees = nca || caseload.find(referral, sender.party().actsFor()).isPresent();
    Dossier dossier = sees ? dossiers.of(referral, note) : null;
    Executed executed = commands.send(new DisseminateCase(referral, sender, force, dossier));
    return Created.answer(
        executed,
        Optional.ofNullable(executed.event(CaseDisseminated.class)).map(CaseDisseminated::number),
        table.lastDissemination(referral),
        referral,
        "disseminations",
        uri);
  }

  /** What was ended at the NCA, or is held there, goes to no force. */
  private void requireGoingOn(ReferralId referral) {
    if (assessments.held(referral))
      throw Problems.of(
          409,
          "held-at-the-nca",
          "Refused as things stand",
          "two persons hold this referral at the NCA, for nobody can act on it yet (R35); its"
              + " assessor ends the hold first: POST /assessments/{id}/hold/end of risk-service");
    assessments
        .ended(referral)
        .ifPresent(
            end -> {
              throw Problems.of(
                  409,
                  "ended-at-the-nca",
                  "Refused as things stand",
                  "two persons ended this referral at the NCA (" + end + "): it goes to no force");
            });
  }
}
