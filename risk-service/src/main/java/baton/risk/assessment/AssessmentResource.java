package baton.risk.assessment;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.risk.AssessorAssigned;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.platform.roster.Receiver;
import baton.platform.roster.Staff;
import baton.risk.assessment.model.AssessmentCommand.AcceptAssessment;
import baton.risk.assessment.model.AssessmentCommand.AcknowledgeUrgency;
import baton.risk.assessment.model.AssessmentCommand.OfferAssessment;
import baton.risk.worklist.AssessmentTable;
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

/** What people do with an assessment. */
@Path("/assessments/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {
  private final Commands commands;
  private final Idempotency idempotency;
  private final Staff staff;
  private final AssessmentTable table;
  private final Transactions transactions;
  private final BusinessClock clock;

  public AssessmentResource(
      Commands commands,
      Idempotency idempotency,
      Staff staff,
      AssessmentTable table,
      Transactions transactions,
      BusinessClock clock) {
    this.commands = commands;
    this.idempotency = idempotency;
    this.staff = staff;
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
  }

  @POST
  @Path("/assessor")
  @RolesAllowed({Roles.ALLOCATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Offer the assessment to an assessor",
      description =
          "By the NCA, to a person or to whoever is on duty for a team. Custody stays where it is"
              + " until he or she accepts (R2). A further offer replaces the open one; the same"
              + " again changes nothing (200).")
  @APIResponse(
      responseCode = "201",
      description = "Offered",
      content = @Content(schema = @Schema(implementation = Executed.class)))
  public Response offer(
      @PathParam("referralId") ReferralId referral,
      @HeaderParam(Idempotency.HEADER) String key,
      Requests.Offer body,
      UriInfo uri) {
    requireNca();
    Receiver to = Form.body(body).receiver();
    return idempotency.once(
        key, Idempotency.hash(to.bytes()), () -> answer(offer(referral, to), referral, uri));
  }

  @POST
  @Path("/assessor/acceptance")
  @RolesAllowed(Roles.ASSESSOR)
  @Operation(
      summary = "Accept what was offered to you",
      description = "You are custodian from then on. An overdue offer stays acceptable.")
  public Executed accept(@PathParam("referralId") ReferralId referral) {
    PersonId by = staff.personThere();
    TeamId team = staff.entry(by).team();
    return commands.sendOnce(null, new AcceptAssessment(referral, staff.organisation(), by, team));
  }

  @POST
  @Path("/assessor/decline")
  @RolesAllowed(Roles.ASSESSOR)
  @Operation(
      summary = "Decline what was offered to you",
      description = "With a reason (R3). Custody stays where it is.")
  public Executed decline(@PathParam("referralId") ReferralId referral, Requests.Decline body) {
    return commands.sendOnce(
        body, Form.body(body).command(referral, staff.organisation(), staff.person()));
  }

  @POST
  @Path("/priority")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Set the triage priority",
      description = "How soon it must reach a force; not the risk grade. By the NCA.")
  public Executed prioritise(@PathParam("referralId") ReferralId referral, Requests.Priority body) {
    return commands.sendOnce(body, Form.body(body).command(referral, staff.organisation()));
  }

  @POST
  @Path("/force")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(summary = "Determine which force the referral is for", description = "By the NCA.")
  public Executed determine(@PathParam("referralId") ReferralId referral, Requests.Force body) {
    OrganisationCode named = namedBySender(referral);
    return commands.sendOnce(body, Form.body(body).command(referral, staff.organisation(), named));
  }

  @POST
  @Path("/grade")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Give a risk grade",
      description =
          "The result of KIRAT or another tool; Baton never computes one (R18). By the NCA, and by"
              + " the force once it has accepted. A grade below the one that counts takes another"
              + " person than the one who gave that (R11).")
  public Executed grade(@PathParam("referralId") ReferralId referral, Requests.Grade body) {
    return commands.sendOnce(
        body, Form.body(body).command(referral, staff.organisation(), staff.person()));
  }

  @POST
  @Path("/comms-data")
  @RolesAllowed({Roles.ASSESSOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Say that communications data was asked for, and until when",
      description =
          "By the NCA, with a reason. Finding the force may take until then; nothing else gives it"
              + " more time. At most 60 days ahead.")
  public Executed commsData(@PathParam("referralId") ReferralId referral, Requests.CommsData body) {
    return commands.sendOnce(
        body,
        Form.body(body).command(referral, staff.organisation(), staff.person(), clock.instant()));
  }

  @POST
  @Path("/acknowledgement")
  @RolesAllowed({Roles.ASSESSOR, Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.OFFICER})
  @Operation(
      summary = "Say that you have seen that it is urgent",
      description =
          "By any of the NCA's staff, within 15 minutes. Said again by the same person it changes"
              + " nothing.")
  public Executed acknowledge(@PathParam("referralId") ReferralId referral) {
    boolean urgent = copy(referral).filter(ReferralCopy::urgent).isPresent();
    return commands.sendOnce(
        null, new AcknowledgeUrgency(referral, staff.organisation(), staff.person(), urgent));
  }

  /** Offers to assessors are the NCA's to make. */
  private void requireNca() {
    if (!staff.organisation().equals(OrganisationCode.NCA))
      throw Problems.forbidden(
          "nca-only",
          "only an allocator or supervisor of the NCA offers an assessment to an assessor");
  }

  /** The force that the sender named, or null. */
  private OrganisationCode namedBySender(ReferralId referral) {
    return copy(referral).map(ReferralCopy::force).orElse(null);
  }

  private Optional<ReferralCopy> copy(ReferralId referral) {
    return transactions.inTransaction(
        () -> ReferralCopies.find(referral, transactions.connection()));
  }

  private Executed offer(ReferralId referral, Receiver to) {
    return commands.send(new OfferAssessment(referral, staff.organisation(), staff.entry(to)));
  }

  /** 201 with the new offer's number; where nothing was to do, 200 with the one that there is. */
  private Response answer(Executed executed, ReferralId referral, UriInfo uri) {
    var created = executed.event(AssessorAssigned.class);
    if (created == null)
      return Response.ok(table.lastOffer(referral).map(executed::withNumber).orElse(executed))
          .build();
    var location = uri.getBaseUriBuilder().path("assessments").path(referral.toString()).build();
    return Response.created(location).entity(executed.withNumber(created.number())).build();
  }
}
