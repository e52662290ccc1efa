package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.Members.Member;
import baton.escalation.alarms.model.AlarmCommand.AcknowledgeAlarm;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Page;
import baton.platform.Problems;
import baton.platform.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One cause behind many referrals, or something about a person or a team. */
@Path("/alarms")
@Produces(MediaType.APPLICATION_JSON)
public class AlarmResource {
  private final AlarmList alarms;
  private final Commands commands;
  private final Caller caller;
  private final Sight sight;
  private final Ages ages;

  public AlarmResource(AlarmList alarms, Commands commands, Caller caller, Sight sight, Ages ages) {
    this.alarms = alarms;
    this.commands = commands;
    this.caller = caller;
    this.sight = sight;
    this.ages = ages;
  }

  /** One escalation that the alarm stands for, or stood for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stood(
      EscalationId escalation,
      ReferralId referralId,
      Instant due,
      Instant raisedAt,
      Instant resolvedAt) {}

  /** An alarm with a page of what it stands for. */
  public record Detail(
      AlarmView alarm, List<Stood> items, String next, Instant asOf, double lagSeconds) {}

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
      summary = "The alarms, in the order in which they were raised",
      description =
          "state: open, resolved or both, parted by a comma; organisation: whose. More than 20 open"
              + " escalations of one organisation, team, kind and clock are one alarm; it is"
              + " resolved when at most 10 are left. CUSTODIAN_INACTIVE, OVER_CAPACITY and"
              + " CATCH_UP_MISSED are alarms about a person or a team.")
  public Page<AlarmView> list(
      @QueryParam("state") String state,
      @QueryParam("organisation") OrganisationCode organisation,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("after") @DefaultValue("0") long after) {
    Boolean open = Query.openOrResolved(state);
    OrganisationCode bound = sight.bound();
    if (bound != null && organisation != null && !bound.equals(organisation))
      return Page.of(List.of(), limit, AlarmView::id, ages.now().freshness());
    OrganisationCode whose = bound == null ? organisation : bound;
    List<Row> rows = alarms.page(open, whose, after, limit + 1);
    Page<Row> page = Page.of(rows, limit, Row::raised, ages.now().freshness());
    return new Page<>(alarms.views(page.items()), page.next(), page.asOf(), page.lagSeconds());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "An alarm with the escalations that it stands for, closed ones included")
  public Detail one(
      @PathParam("id") AlarmId id,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("after") @DefaultValue("0") long after) {
    Row row = find(id);
    Page<Member> page =
        Page.of(
            alarms.members(id, after, limit + 1), limit, Member::raised, ages.now().freshness());
    return new Detail(
        alarms.views(List.of(row)).getFirst(),
        page.items().stream().map(AlarmResource::stood).toList(),
        page.next(),
        page.asOf(),
        page.lagSeconds());
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "A supervisor has seen it and will act; it resolves nothing",
      description = "It stops the climb until it expires, 24 hours as the ladder's default.")
  public Executed acknowledge(@PathParam("id") AlarmId id) {
    sight.requireTold(find(id).told().organisation());
    return commands.sendOnce(null, new AcknowledgeAlarm(id, caller.requirePerson()));
  }

  private Row find(AlarmId id) {
    OrganisationCode bound = sight.bound();
    return alarms
        .find(id)
        .filter(row -> bound == null || bound.equals(row.cause().organisation()))
        .orElseThrow(
            () -> Problems.notFound("There is no alarm with this id, or it is not yours."));
  }

  private static Stood stood(Member member) {
    return new Stood(
        member.escalation(),
        member.referralId(),
        member.due(),
        member.raisedAt(),
        member.resolvedAt());
  }
}
