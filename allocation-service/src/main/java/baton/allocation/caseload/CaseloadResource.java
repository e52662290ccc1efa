package baton.allocation.caseload;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseDetail.Content;
import baton.allocation.caseload.CaseDetail.Dissemination;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.platform.Caller;
import baton.platform.Fresh;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Cases. The NCA sees each, a force those that it has or that are offered to it. */
@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.ALLOCATOR,
  Roles.OFFICER,
  Roles.SUPERVISOR,
  Roles.FORCE_SYSTEM,
  Roles.AUDITOR,
  Roles.ADMINISTRATOR
})
public class CaseloadResource {
  /** Characters. */
  public static final int LOCAL_REFERENCE_MAX = 200;

  private final Caseload caseload;
  private final FreshnessNow freshness;
  private final Caller caller;
  private final Agreements agreements;
  private final ForceContent content;

  public CaseloadResource(
      Caseload caseload,
      FreshnessNow freshness,
      Caller caller,
      Agreements agreements,
      ForceContent content) {
    this.content = content;
    this.caseload = caseload;
    this.freshness = freshness;
    this.caller = caller;
    this.agreements = agreements;
  }

  @GET
  @Operation(summary = "List cases, oldest first")
  public Page<CaseRow> list(
      @Parameter(description = "that has it or is offered it") @QueryParam("force")
          OrganisationCode force,
      @QueryParam("team") TeamId team,
      @Parameter(description = "who has it or is offered it") @QueryParam("officer")
          PersonId officer,
      @Parameter(
              description =
                  "received, disseminated, with_force, with_officer, with_tie_breaker, concluded;"
                      + " or open: not concluded")
          @QueryParam("state")
          String state,
      @Parameter(description = "under which a force's own system knows it")
          @QueryParam("localReference")
          String reference,
      @Parameter(description = "a force's own system that knows it", example = "NICHE")
          @QueryParam("system")
          String system,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("after") ReferralId after) {
    var form = new Form();
    Stage stage = form.optionalWord("/state", state, Stage.class);
    form.check();
    Problems.requireText("localReference", reference, LOCAL_REFERENCE_MAX);
    Problems.requireText("system", system, LOCAL_REFERENCE_MAX);
    var query =
        new Caseload.Query(own(), force, team, officer, stage, reference, system, after, limit);
    return Page.of(caseload.list(query), limit, CaseRow::referralId, freshness.get());
  }

  @GET
  @Path("/{referralId}")
  @Operation(
      summary = "One case",
      description =
          "With the package, for staff of the NCA and of the force that it is disseminated to; of"
              + " handling code C only once the force has acknowledged the conditions, which stand"
              + " in its place. A"
              + " force that handed it on sees where it is and that it was accepted, no more."
              + " `package` is null and `unreadable` true once its key has been disposed of.")
  public CaseDetail one(@PathParam("referralId") ReferralId referral) {
    Optional<Caseload.Found> seen = caseload.find(referral, own());
    if (seen.isEmpty()) return handedOn(referral);
    Caseload.Found found = seen.get();
    List<Dissemination> disseminations = caseload.disseminations(referral, own());
    Freshness now = freshness.get();
    return new CaseDetail(
        found.facts(),
        found.closing(),
        disseminations,
        caseload.allocations(referral),
        caseload.actions(referral),
        caseload.oversight(referral),
        caller.is(Role.ADMINISTRATOR) ? null : content(referral, disseminations),
        now.asOf(),
        now.lagSeconds());
  }

  /** To the force that had it: that it was accepted elsewhere, and nothing of what is in it. */
  private CaseDetail handedOn(ReferralId referral) {
    Caseload.Found found =
        caseload.handedOn(referral, own()).orElseThrow(CaseloadResource::notFound);
    Freshness now = freshness.get();
    return new CaseDetail(
        found.facts().handedOn(),
        found.closing().handedOn(),
        caseload.disseminations(referral, own()),
        List.of(),
        List.of(),
        null,
        null,
        now.asOf(),
        now.lagSeconds());
  }

  @GET
  @Path("/{referralId}/disseminations/{number}")
  @Operation(summary = "One dissemination of a case")
  public Fresh<Dissemination> dissemination(
      @PathParam("referralId") ReferralId referral, @PathParam("number") int number) {
    found(referral);
    return caseload.disseminations(referral, own()).stream()
        .filter(offer -> offer.number() == number)
        .findFirst()
        .map(offer -> Fresh.of(offer, freshness.get()))
        .orElseThrow(() -> Problems.notFound("this case has no dissemination " + number));
  }

  @GET
  @Path("/{referralId}/allocations/{number}")
  @Operation(summary = "One allocation of a case")
  public Fresh<CaseDetail.Allocation> allocation(
      @PathParam("referralId") ReferralId referral, @PathParam("number") int number) {
    caseload.find(referral, own()).orElseThrow(CaseloadResource::notFound);
    return caseload.allocations(referral).stream()
        .filter(offer -> offer.number() == number)
        .findFirst()
        .map(offer -> Fresh.of(offer, freshness.get()))
        .orElseThrow(() -> Problems.notFound("this case has no allocation " + number));
  }

  private Caseload.Found found(ReferralId referral) {
    return caseload
        .find(referral, own())
        .or(() -> caseload.handedOn(referral, own()))
        .orElseThrow(CaseloadResource::notFound);
  }

  private static RuntimeException notFound() {
    return Problems.notFound(
        "there is no case of this referral that your organisation may see, or its receipt has not"
            + " been read yet");
  }

  /**
   * Of the NCA everything; of a force what it may see, under the conditions that it has taken on.
   */
  private Content content(ReferralId referral, List<Dissemination> disseminations) {
    Set<OrganisationCode> own = own();
    boolean nca = caller.belongsTo(OrganisationCode.NCA);
    if (own != null && !nca) return content.of(own, referral, disseminations);
    var opened =
        disseminations.isEmpty()
            ? caseload.undisseminated(referral)
            : caseload.open(referral, disseminations.getLast());
    return Content.of(nca ? opened : opened.map(Sanitised::of));
  }

  /** The organisations whose cases alone are shown; null where all are. */
  private Set<OrganisationCode> own() {
    boolean ofTheDesk =
        caller.belongsTo(OrganisationCode.NCA)
            && caller.is(Role.ALLOCATOR, Role.SUPERVISOR, Role.ADMINISTRATOR);
    return caller.readsEverything() || ofTheDesk ? null : agreements.party().actsFor();
  }
}
