package baton.allocation.roster;

import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Executed;
import baton.platform.FreshnessNow;
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
  private final RosterDesk desk;
  private final BusinessClock clock;
  private final Transactions transactions;
  private final FreshnessNow freshness;

  public RosterResource(
      RosterDesk desk, BusinessClock clock, Transactions transactions, FreshnessNow freshness) {
    this.desk = desk;
    this.clock = clock;
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
    return desk.send(organisation, body, new FormTeam(organisation, id, team));
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
    return desk.send(organisation, body, new PlaceOfficer(organisation, person, officer));
  }

  @PUT
  @Path("/roster/{organisation}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Replace the whole roster",
      description =
          "Records only what is different. Who is not named has left; a team that is not named"
              + " stays, and so do absences and rotas where they are left out.")
  public Executed adopt(@PathParam("organisation") OrganisationCode organisation, RosterBody body) {
    return desk.send(
        organisation,
        body,
        () -> new AdoptRoster(organisation, Form.body(body).roster(organisation, clock.instant())));
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
    desk.requireSight(organisation);
    return transactions.inTransaction(
        () ->
            RosterView.of(
                organisation, RosterTable.on(transactions.connection()), freshness.get()));
  }
}
