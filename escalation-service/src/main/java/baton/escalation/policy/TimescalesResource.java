package baton.escalation.policy;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.policy.RecalculationTable.Recalculation;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.policy.PolicyShelf;
import baton.platform.policy.PolicyTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Until when what is due: as people read it, and as they change it. */
@Path("/timescales/{organisation}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TimescalesResource {
  private final Commands commands;
  private final Caller caller;
  private final WhoseTable whose;
  private final Transactions transactions;
  private final PolicyShelf policies;
  private final Recalculations recalculations;
  private final Idempotency idempotency;
  private final ObjectMapper json;
  private final BusinessClock clock;
  private final Ages ages;

  public TimescalesResource(
      Commands commands,
      Caller caller,
      WhoseTable whose,
      Transactions transactions,
      PolicyShelf policies,
      Recalculations recalculations,
      Idempotency idempotency,
      ObjectMapper json,
      BusinessClock clock,
      Ages ages) {
    this.commands = commands;
    this.caller = caller;
    this.whose = whose;
    this.transactions = transactions;
    this.policies = policies;
    this.recalculations = recalculations;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
    this.ages = ages;
  }

  @GET
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  @Operation(
      summary = "What an organisation allows now, what it allowed, and what is to come",
      description =
          "inForce names for every clock the limits by grade and the version of the table that they"
              + " stand in: the organisation's own, or Baton's defaults. Elapsed time is ISO 8601;"
              + " only working days use the calendar of the organisation's nation.")
  public TimescalesView timescales(@PathParam("organisation") OrganisationCode organisation) {
    whose.requireKnown(organisation);
    Instant now = clock.instant();
    var freshness = ages.now().freshness();
    return transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          return TimescalesView.of(
              organisation,
              policies.book(tx),
              PolicyTable.on(tx).all(),
              RecalculationTable.on(tx).of(organisation),
              now,
              freshness);
        });
  }

  @PUT
  @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
  @Operation(
      summary = "Adopt other timescales from a moment on",
      description =
          "For what starts from then on; a deadline that is set stays (R8). The table replaces the"
              + " organisation's earlier one: a clock that it leaves out follows Baton's defaults.")
  public Executed adopt(@PathParam("organisation") OrganisationCode organisation, LimitsBody body) {
    whose.requireOwn(organisation);
    var form = new Form();
    LimitsBody given = Form.body(body);
    Instant from = form.time("/effectiveFrom", given.effectiveFrom());
    String reason = form.required("/reason", form.label("/reason", given.reason()));
    var table = given.table(form);
    return commands.send(
        new AdoptTimescales(organisation, from, caller.requirePerson(), reason, table));
  }

  /** By which version, and why. */
  @Schema(name = "RecalculationWanted")
  public record RecalculationBody(
      @Schema(examples = "kent-2", required = true) String version,
      @Schema(required = true, description = "why; at most 200 characters, no names of people")
          String reason) {}

  @POST
  @Path("/recalculation")
  @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
  @Operation(
      summary = "Set the deadlines that run anew, by a version that is in force or was",
      description =
          "Recorded as DeadlinesRecalculated on every open referral with a clock that this"
              + " organisation's timescales set. It may lengthen; a clock that has expired stays"
              + " expired. Done in the background; GET shows how far it is.")
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = TimescalesView.Order.class)))
  public Response recalculate(
      @PathParam("organisation") OrganisationCode organisation,
      @HeaderParam(Idempotency.HEADER) String key,
      RecalculationBody body)
      throws JsonProcessingException {
    whose.requireOwn(organisation);
    var form = new Form();
    RecalculationBody given = Form.body(body);
    String version = form.required("/version", form.label("/version", given.version()));
    String reason = form.required("/reason", form.label("/reason", given.reason()));
    form.check();
    PersonId by = caller.requirePerson();
    String hash = Idempotency.hash(json.writeValueAsBytes(body));
    return idempotency.once(key, hash, () -> order(organisation, version, by, reason));
  }

  private Response order(
      OrganisationCode organisation, String version, PersonId by, String reason) {
    Instant now = clock.instant();
    boolean counted =
        policies.book(transactions.connection()).hasCounted(organisation, version, now);
    if (!counted)
      throw Problems.of(
          409,
          "version-not-in-force",
          "Refused as things stand",
          organisation
              + " has no version "
              + version
              + " that is or was in force; see GET /timescales/"
              + organisation);
    var order =
        new Recalculation(
            UuidCreator.getTimeOrderedEpoch(),
            organisation,
            version,
            by,
            reason,
            now,
            0,
            null,
            false);
    recalculations.order(order);
    return Response.accepted(TimescalesView.Order.of(order))
        .location(URI.create("/timescales/" + organisation))
        .build();
  }
}
