package baton.allocation.roster;

import baton.allocation.roster.PresenceBody.AbsenceBody;
import baton.allocation.roster.PresenceBody.RotaBody;
import baton.allocation.roster.model.RosterCommand.EndAbsence;
import baton.allocation.roster.model.RosterCommand.RecordAbsence;
import baton.allocation.roster.model.RosterCommand.RemoveOfficer;
import baton.allocation.roster.model.RosterCommand.SetRota;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Executed;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.roster.RosterTable;
import baton.platform.roster.RosterTable.Officer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is there: absences, rotas, leaving. By an administrator, or a supervisor of one's own. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PresenceResource {
  private final RosterDesk desk;
  private final Transactions transactions;
  private final BusinessClock clock;

  public PresenceResource(RosterDesk desk, Transactions transactions, BusinessClock clock) {
    this.desk = desk;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PUT
  @Path("/officers/{person}/availability")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Record that a person is away or suspended",
      description =
          "Nothing is offered to him or her meanwhile. What a suspended person has reverts at once,"
              + " what somebody has who is away longer than the limit as soon as that is known (R4)."
              + " The same kind from the same time changes its end; absences may overlap.")
  public Executed away(@PathParam("person") PersonId person, AbsenceBody body) {
    var form = new Form();
    OrganisationCode organisation = owner(form, Form.body(body).organisation());
    var period = body.period(form, "", clock.instant());
    form.check();
    return desk.send(organisation, body, new RecordAbsence(organisation, person, period));
  }

  @DELETE
  @Path("/officers/{person}/availability")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Record that a person is back",
      description =
          "Ends every absence at the time given, or now, and undoes those that were to begin later."
              + " What has reverted stays with who has it.")
  public Executed back(
      @PathParam("person") PersonId person,
      @QueryParam("organisation") String organisation,
      @QueryParam("at") String at) {
    var form = new Form();
    OrganisationCode owner = owner(form, organisation);
    Instant when = at == null ? clock.instant() : form.time("/at", at);
    form.check();
    return desk.send(owner, null, new EndAbsence(owner, person, when));
  }

  @DELETE
  @Path("/officers/{person}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Record that a person has left the organisation",
      description =
          "Everything that he or she has reverts to the deputy, else the supervisor, else upwards,"
              + " else whoever is on duty, else a post (R4); what was offered to him or her is"
              + " withdrawn. A move to another team or rank is a POST /officers.")
  public Executed left(
      @PathParam("person") PersonId person, @QueryParam("organisation") String organisation) {
    var form = new Form();
    OrganisationCode owner = owner(form, organisation);
    form.check();
    return desk.send(owner, null, new RemoveOfficer(owner, person));
  }

  @PUT
  @Path("/teams/{id}/rota")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Set who has duty for a team",
      description =
          "In place of its rota before. At any time one person is at the desk and one on call at"
              + " most.")
  public Executed rota(@PathParam("id") TeamId team, RotaBody body) {
    var form = new Form();
    OrganisationCode organisation = owner(form, Form.body(body).organisation());
    form.check();
    return rota(organisation, team, body);
  }

  @PUT
  @Path("/roster/{organisation}/duty-inspectors")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Set who is duty inspector of the organisation",
      description = "In place of that rota before. Whoever has nobody else to cover comes here.")
  public Executed dutyInspectors(
      @PathParam("organisation") OrganisationCode organisation, RotaBody body) {
    return rota(organisation, null, Form.body(body));
  }

  private Executed rota(OrganisationCode organisation, TeamId team, RotaBody body) {
    return desk.send(
        organisation,
        body,
        () -> {
          var form = new Form();
          Set<PersonId> people = people(organisation);
          var turns =
              PresenceBody.turns(
                  form,
                  "/turns",
                  body.turns() == null ? List.of() : body.turns(),
                  people::contains);
          form.check();
          return new SetRota(organisation, team, turns);
        });
  }

  private Set<PersonId> people(OrganisationCode organisation) {
    return RosterTable.on(transactions.connection()).officers(organisation).stream()
        .map(Officer::person)
        .collect(Collectors.toSet());
  }

  private static OrganisationCode owner(Form form, String given) {
    return form.requiredId("/organisation", given, OrganisationCode::of);
  }
}
