package baton.risk.worklist;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.platform.Caller;
import baton.platform.Freshness;
import baton.platform.FreshnessNow;
import baton.platform.Page;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.referral.Sanitised;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What there is to assess. The NCA sees every assessment, a force those that it has accepted. */
@Path("/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class WorklistResource {
  private final Worklist worklist;
  private final FreshnessNow freshness;
  private final Caller caller;

  public WorklistResource(Worklist worklist, FreshnessNow freshness, Caller caller) {
    this.worklist = worklist;
    this.freshness = freshness;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "List assessments, oldest first")
  public Page<AssessmentRow> list(
      @Parameter(
              description =
                  "open: no grade counts yet; graded: one does; held: nobody can act on it yet;"
                      + " ended: it went no further than the NCA")
          @QueryParam("state")
          String state,
      @Parameter(description = "who has it or is offered it") @QueryParam("assessor")
          PersonId assessor,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("after") ReferralId after) {
    var form = new Form();
    Worklist.State wanted = form.optionalWord("/state", state, Worklist.State.class);
    form.check();
    var query = new Worklist.Query(onlyAcceptedBy(), wanted, assessor, after, limit);
    return Page.of(worklist.list(query), limit, AssessmentRow::referralId, freshness.get());
  }

  @GET
  @Path("/{referralId}")
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary = "One assessment",
      description =
          "With the referral as its sender wrote it last, for assessors and supervisors of the"
              + " organisation that holds it. `referral` is null and `unreadable` true once its key"
              + " has been disposed of. A force reads what is of handling code C from its case:"
              + " `conditions` stand here in its place.")
  public AssessmentDetail one(@PathParam("referralId") ReferralId referral) {
    AssessmentDetail.Facts facts =
        worklist
            .find(referral)
            .filter(this::sees)
            .orElseThrow(
                () ->
                    Problems.notFound(
                        "there is no assessment of this referral that your organisation may see, or"
                            + " its receipt has not been read yet"));
    boolean personal = !caller.is(Role.ALLOCATOR);
    Freshness now = freshness.get();
    return new AssessmentDetail(
        facts,
        worklist.offers(referral),
        personal ? content(referral) : null,
        now.asOf(),
        now.lagSeconds());
  }

  /**
   * The desk reads all of it. Everybody else reads it without what could tell who the source is,
   * and a force with handling code C from its case, where it acknowledges the conditions.
   */
  private AssessmentDetail.Personal content(ReferralId referral) {
    if (caller.belongsTo(OrganisationCode.NCA))
      return AssessmentDetail.Personal.of(worklist.content(referral));
    return caller.readsEverything()
        ? AssessmentDetail.Personal.of(worklist.content(referral).map(Sanitised::of))
        : worklist.underConditions(referral);
  }

  private boolean sees(AssessmentDetail.Facts facts) {
    OrganisationCode only = onlyAcceptedBy();
    return only == null || Objects.equals(only.value(), facts.acceptedBy());
  }

  /** The force whose assessments alone are shown; null where all are. */
  private OrganisationCode onlyAcceptedBy() {
    boolean ofTheDesk =
        caller.belongsTo(OrganisationCode.NCA)
            && caller.is(Role.ASSESSOR, Role.ALLOCATOR, Role.SUPERVISOR);
    return caller.readsEverything() || ofTheDesk ? null : caller.organisation();
  }
}
