package baton.escalation.escalations;

import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.escalations.EscalationList.Row;
import baton.escalation.escalations.model.EscalationCommand.AcknowledgeEscalation;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.escalation.system.SystemKind;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Page;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the replay has found, and who has seen it. */
@Path("/escalations")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {
  private final EscalationList escalations;
  private final SystemList system;
  private final Commands commands;
  private final Caller caller;
  private final Sight sight;
  private final Ages ages;

  public EscalationResource(
      EscalationList escalations,
      SystemList system,
      Commands commands,
      Caller caller,
      Sight sight,
      Ages ages) {
    this.escalations = escalations;
    this.system = system;
    this.commands = commands;
    this.caller = caller;
    this.sight = sight;
    this.ages = ages;
  }

  @GET
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary = "What nobody has dealt with, in the order in which it was raised",
      description =
          "state: open, resolved or both, parted by a comma; kind: a kind of finding about a"
              + " referral, or one about the system: BLIND (a writer is silent), STORE_DIFFERS,"
              + " REGISTER_DIVERGED, REGISTER_GAP, NOTICES_UNDELIVERED, WEBHOOK_DISABLED,"
              + " DUTY_MAIL_GIVEN_UP, BOARD_DIFFERS. Findings about the system are listed only"
              + " where their kind is asked for, on one page; the open ones where no state is"
              + " given.")
  public Page<EscalationView> list(
      @QueryParam("state") String state,
      @QueryParam("kind") String kind,
      @QueryParam("force") OrganisationCode force,
      @QueryParam("referral") ReferralId referral,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("after") @DefaultValue("0") long after) {
    var ofSystem = kind == null ? null : Words.read(SystemKind.class, kind).orElse(null);
    if (ofSystem != null) {
      Boolean open = state == null ? Boolean.TRUE : Query.openOrResolved(state);
      List<EscalationView> found = system.list(ofSystem, open);
      return Page.of(found, found.size(), EscalationView::writer, ages.now().freshness());
    }
    var query =
        new EscalationQuery(
            Query.openOrResolved(state), kind(kind), force, referral, sight.bound());
    List<Row> rows = escalations.page(query, after, limit + 1);
    Page<Row> page = Page.of(rows, limit, Row::raised, ages.now().freshness());
    return new Page<>(escalations.views(page.items()), page.next(), page.asOf(), page.lagSeconds());
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "A supervisor has seen it and will act; it resolves nothing")
  public Executed acknowledge(@PathParam("id") EscalationId id) {
    Row found =
        escalations
            .one(EscalationQuery.EVERYTHING.seenBy(sight.bound()), id)
            .orElseThrow(
                () ->
                    Problems.notFound("There is no escalation with this id, or it is not yours."));
    if (found.told() != null) sight.requireTold(found.told().organisation());
    return commands.sendOnce(null, new AcknowledgeEscalation(id, caller.requirePerson()));
  }

  private static FindingKind kind(String given) {
    if (given == null) return null;
    return Words.read(FindingKind.class, given)
        .orElseThrow(
            () ->
                Query.wrong(
                    "kind",
                    "kind is one of "
                        + Words.allowed(FindingKind.class)
                        + ", "
                        + Words.allowed(SystemKind.class)));
  }
}
