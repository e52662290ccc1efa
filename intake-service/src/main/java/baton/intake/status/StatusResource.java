package baton.intake.status;

import baton.contract.ReferralId;
import baton.intake.progress.ProgressReading;
import baton.platform.Caller;
import baton.platform.FreshnessNow;
import baton.platform.Page;
import baton.platform.Problems;
import baton.platform.Roles;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What became of what was sent. An agency sees its own; another's is not there. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.AGENCY,
  Roles.OFFICER,
  Roles.ALLOCATOR,
  Roles.SUPERVISOR,
  Roles.FORCE_SYSTEM,
  Roles.AUDITOR
})
public class StatusResource {

  private static final int REFERENCE_MAX = 200;
  private static final String UNKNOWN =
      "no referral with this id was sent by your organisation; see GET /referrals?reference=";

  private final SentReferrals referrals;
  private final ProgressReading progress;
  private final Caller caller;
  private final FreshnessNow freshness;

  public StatusResource(
      SentReferrals referrals, ProgressReading progress, Caller caller, FreshnessNow freshness) {
    this.referrals = referrals;
    this.progress = progress;
    this.caller = caller;
    this.freshness = freshness;
  }

  @GET
  @Path("/{referralId}")
  @Operation(
      summary = "Where a referral is",
      description =
          "For who sent it, or brought it in: which organisation has it, what is due next, and what"
              + " was asked and told about it.")
  public ReferralStatus one(@PathParam("referralId") ReferralId referral) {
    SentReferral sent = referrals.find(referral).orElseThrow(() -> Problems.notFound(UNKNOWN));
    caller.requireSight(sent.agency(), UNKNOWN);
    return ReferralStatus.of(sent, progress.of(referral), freshness.get());
  }

  @GET
  @Operation(summary = "The referrals that were sent, all or those with one reference")
  public Page<ReferralStatus> list(
      @QueryParam("reference") String reference,
      @QueryParam("after") ReferralId after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
          int limit) {
    Problems.requireText("reference", reference, REFERENCE_MAX);
    var whose = caller.readsEverything() ? null : caller.organisation();
    var now = freshness.get();
    var found =
        referrals.list(whose, reference, after, limit + 1).stream()
            .map(sent -> ReferralStatus.of(sent, null, now))
            .toList();
    return Page.of(found, limit, ReferralStatus::referralId, now);
  }
}
