package baton.allocation.casework;

import baton.allocation.caseload.CaseTable;
import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.decision.RosterEntry;
import baton.journal.clock.BusinessClock;
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

/** What the organisation that has a case does about it, beside the work itself. */
@Path("/cases/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class OversightResource {
  private final Commands commands;
  private final Acting acting;
  private final Staff staff;
  private final CaseTable table;
  private final NcaAssessments assessments;
  private final BusinessClock clock;

  public OversightResource(
      Commands commands,
      Acting acting,
      Staff staff,
      CaseTable table,
      NcaAssessments assessments,
      BusinessClock clock) {
    this.commands = commands;
    this.acting = acting;
    this.staff = staff;
    this.table = table;
    this.assessments = assessments;
    this.clock = clock;
  }

  @POST
  @Path("/reviews")
  @RolesAllowed({Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Review the case as a supervisor",
      description =
          "At least every 28 days (R14), by a supervisor of the organisation that has it, never by"
              + " who has it. `owner` is who has it, as you found it.")
  public Executed review(
      @PathParam("referralId") ReferralId referral, OversightRequests.Review body) {
    PersonId by = acting.supervisor("reviews a case (R14)");
    return commands.sendOnce(
        body,
        Form.body(body)
            .command(
                referral,
                acting.party(),
                by,
                assessments.custodian(referral).orElse(null),
                clock.instant()));
  }

  @POST
  @Path("/local-references")
  @RolesAllowed({Roles.ALLOCATOR, Roles.OFFICER, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Record under which reference the force's own system knows the case",
      description =
          "By the force that has it; unique per force and system. `GET /cases?localReference=`"
              + " finds it, so that nobody keys a case twice.")
  public Executed reference(
      @PathParam("referralId") ReferralId referral, OversightRequests.LocalReference body) {
    acting.person();
    return commands.sendOnce(
        body, Form.body(body).command(referral, acting.party(), table::knownAs));
  }

  @POST
  @Path("/content")
  @RolesAllowed({Roles.ALLOCATOR, Roles.OFFICER, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Record that the content at the provider is secured",
      description =
          "Obtained, or kept by the provider `until` then (R17). Stops the warnings that it"
              + " lapses.")
  public Executed content(
      @PathParam("referralId") ReferralId referral, OversightRequests.SecuredContent body) {
    return commands.sendOnce(
        body, Form.body(body).command(referral, acting.party(), acting.person(), clock.instant()));
  }

  @POST
  @Path("/reopening")
  @RolesAllowed({Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Open a concluded case again",
      description =
          "By a supervisor of the organisation that had it. Who had it last has it again; where he"
              + " or she is not at work there any more, the supervisor.")
  public Executed reopen(
      @PathParam("referralId") ReferralId referral, OversightRequests.Reopening body) {
    String reason = Form.body(body).checkedReason();
    return staff.steady(
        () -> {
          PersonId by = acting.supervisor("opens a case again");
          return commands.sendOnce(
              body,
              new ReopenCase(
                  referral,
                  acting.party(),
                  staff.entry(by),
                  table.holder(referral).map(staff::entry).filter(this::isThere).orElse(null),
                  FreeText.sealed(reason, null)));
        });
  }

  private boolean isThere(RosterEntry who) {
    return who.refusal().isEmpty();
  }
}
