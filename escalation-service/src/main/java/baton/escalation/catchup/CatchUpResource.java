package baton.escalation.catchup;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.Milestone;
import baton.escalation.catchup.CatchUpTable.Mark;
import baton.escalation.catchup.CatchUpTable.Plan;
import baton.escalation.catchup.CatchUpTable.Progress;
import baton.escalation.catchup.model.AdoptCatchUpPlan;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.Sight;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Freshness;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** By when an organisation works off the open cases that it brought in. */
@Path("/catch-up-plans/{plan}")
@Produces(MediaType.APPLICATION_JSON)
public class CatchUpResource {
  private static final int NAME_MAX = 60;

  /** More than fortnightly for two years is no plan. */
  private static final int MILESTONES_MAX = 60;

  private final Commands commands;
  private final Transactions transactions;
  private final Caller caller;
  private final Sight sight;
  private final Ages ages;

  public CatchUpResource(
      Commands commands, Transactions transactions, Caller caller, Sight sight, Ages ages) {
    this.commands = commands;
    this.transactions = transactions;
    this.caller = caller;
    this.sight = sight;
    this.ages = ages;
  }

  /**
   * @param team whose it is; without it the whole organisation's
   */
  public record WantedPlan(String organisation, String team, List<WantedMilestone> milestones) {}

  /**
   * @param by RFC 3339 with its offset
   * @param openAtMost how many of the imported referrals may then still be open
   */
  public record WantedMilestone(String by, Integer openAtMost) {}

  /** How a milestone stands. */
  public enum MilestoneState {
    AHEAD,
    REACHED,
    MISSED
  }

  public record MilestoneView(Instant by, int openAtMost, MilestoneState state) {}

  /** A plan with its progress. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlanView(
      String plan,
      OrganisationCode organisation,
      TeamId team,
      PersonId adoptedBy,
      Instant adoptedAt,
      Instant runsUntil,
      int referrals,
      int open,
      List<MilestoneView> milestones,
      Instant asOf,
      double lagSeconds) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "Adopt a catch-up plan",
      description =
          "While it runs, one alarm per team stands for all expired clocks of the referrals that"
              + " were brought in under it. A milestone that is missed is an alarm. Adopting the same"
              + " name again takes the place of what was adopted before.")
  public Executed adopt(@PathParam("plan") String plan, WantedPlan wanted) {
    Problems.requireText("plan", plan, NAME_MAX);
    WantedPlan given = Form.body(wanted);
    var form = new Form();
    OrganisationCode organisation =
        form.requiredId("/organisation", given.organisation(), OrganisationCode::of);
    TeamId team = form.id("/team", given.team(), TeamId::of);
    List<Milestone> milestones = milestones(given.milestones(), form);
    form.check();
    if (!caller.belongsTo(organisation))
      throw Problems.forbidden(
          "not-your-plan",
          "a supervisor of " + organisation + " adopts its plans; the token is of another one");
    return commands.sendOnce(
        wanted, new AdoptCatchUpPlan(plan, organisation, team, caller.requirePerson(), milestones));
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.ALLOCATOR, Roles.OFFICER})
  @Operation(
      summary = "A catch-up plan and how far it is",
      description = "organisation: whose, for those who see more than their own.")
  public PlanView plan(
      @PathParam("plan") String plan, @QueryParam("organisation") OrganisationCode organisation) {
    Problems.requireText("plan", plan, NAME_MAX);
    OrganisationCode bound = sight.bound();
    OrganisationCode whose =
        bound != null ? bound : organisation == null ? caller.organisation() : organisation;
    Freshness now = ages.now().freshness();
    return transactions.inTransaction(() -> view(whose, plan, now, transactions.connection()));
  }

  private static PlanView view(
      OrganisationCode organisation, String plan, Freshness now, Connection connection) {
    CatchUpTable table = CatchUpTable.on(connection);
    Plan found =
        table
            .find(organisation, plan)
            .orElseThrow(
                () -> Problems.notFound("There is no plan of this name, or it is not yours."));
    Progress progress = table.progress(organisation, plan);
    return new PlanView(
        plan,
        organisation,
        found.team(),
        found.adoptedBy(),
        found.adoptedAt(),
        found.runsUntil(),
        progress.referrals(),
        progress.open(),
        table.milestones(organisation, plan).stream()
            .map(mark -> new MilestoneView(mark.by(), mark.openAtMost(), state(mark, now.asOf())))
            .toList(),
        now.asOf(),
        now.lagSeconds());
  }

  private static MilestoneState state(Mark mark, Instant now) {
    if (mark.missed()) return MilestoneState.MISSED;
    return mark.by().isBefore(now) ? MilestoneState.REACHED : MilestoneState.AHEAD;
  }

  private static List<Milestone> milestones(List<WantedMilestone> given, Form form) {
    var milestones = new ArrayList<Milestone>();
    if (form.required("/milestones", given) == null) return milestones;
    if (given.size() > MILESTONES_MAX)
      form.wrong("/milestones", "too-many", "a plan has at most " + MILESTONES_MAX + " milestones");
    for (int i = 0; i < Math.min(given.size(), MILESTONES_MAX); i++) {
      WantedMilestone each = form.required("/milestones/" + i, given.get(i));
      if (each == null) continue;
      Instant by = form.time("/milestones/" + i + "/by", each.by());
      Integer open = form.required("/milestones/" + i + "/openAtMost", each.openAtMost());
      if (open != null && open < 0)
        form.wrong("/milestones/" + i + "/openAtMost", "wrong-form", "openAtMost is 0 or more");
      else if (by != null && open != null) milestones.add(new Milestone(by, open));
    }
    return milestones;
  }
}
