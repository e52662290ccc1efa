package baton.allocation.roster;

import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.FreshnessNow;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.RosterTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who works where and for whom: a force's own administrator, or one of the NCA or of Baton. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {
  private final Commands commands;
  private final Caller caller;
  private final Transactions transactions;
  private final FreshnessNow freshness;

  public RosterResource(
      Commands commands, Caller caller, Transactions transactions, FreshnessNow freshness) {
    this.commands = commands;
    this.caller = caller;
    this.transactions = transactions;
    this.freshness = freshness;
  }

  @POST
  @Path("/teams")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Form a team, or change who leads it")
  public Executed team(RosterBody.TeamBody body) {
    var form = new Form();
    OrganisationCode organisation =
        form.requiredId("/organisation", Form.body(body).organisation(), OrganisationCode::of);
    TeamId id = body.id(form, "");
    var team = body.team(form, "");
    form.check();
    requireOwn(organisation);
    return commands.send(new FormTeam(organisation, id, team));
  }

  @POST
  @Path("/officers")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Add a person to the roster, or move him or her to another team or rank")
  public Executed officer(RosterBody.OfficerBody body) {
    var form = new Form();
    OrganisationCode organisation =
        form.requiredId("/organisation", Form.body(body).organisation(), OrganisationCode::of);
    PersonId person = body.person(form, "");
    var officer = body.officer(form, "");
    form.check();
    requireOwn(organisation);
    return commands.send(new PlaceOfficer(organisation, person, officer));
  }

  @PUT
  @Path("/roster/{organisation}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Replace the whole roster",
      description =
          "Records only what is different. Who is not named has left; a team that is not named"
              + " stays.")
  public Executed adopt(@PathParam("organisation") OrganisationCode organisation, RosterBody body) {
    requireOwn(organisation);
    return commands.send(
        new AdoptRoster(organisation, Form.body(body).roster(organisation, new Form())));
  }

  @GET
  @Path("/roster/{organisation}")
  @RolesAllowed({
    Roles.ADMINISTRATOR,
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "The roster of one's own organisation")
  public RosterView roster(@PathParam("organisation") OrganisationCode organisation) {
    if (!caller.readsEverything() && !administers(organisation)) throw notFound(organisation);
    return transactions.inTransaction(
        () ->
            RosterView.of(
                organisation, RosterTable.on(transactions.connection()), freshness.get()));
  }

  private void requireOwn(OrganisationCode organisation) {
    if (!administers(organisation)) throw notFound(organisation);
  }

  private boolean administers(OrganisationCode organisation) {
    return caller.belongsTo(organisation)
        || (caller.is(Role.ADMINISTRATOR)
            && (caller.belongsTo(OrganisationCode.NCA)
                || caller.belongsTo(OrganisationCode.BATON)));
  }

  private static RuntimeException notFound(OrganisationCode organisation) {
    return Problems.notFound(
        "there is no roster of " + organisation + " that your organisation may see or change");
  }
}
