package baton.escalation.policy;

import static java.util.stream.Collectors.toMap;

import baton.contract.OrganisationCode;
import baton.contract.escalation.Rung;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.policy.PolicyShelf;
import baton.policy.Ladder;
import baton.policy.Limit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long each rung has before the next one is told. */
@Path("/ladders/{organisation}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LadderResource {
  private final Commands commands;
  private final Caller caller;
  private final WhoseTable whose;
  private final Transactions transactions;
  private final PolicyShelf policies;
  private final BusinessClock clock;
  private final Ages ages;

  public LadderResource(
      Commands commands,
      Caller caller,
      WhoseTable whose,
      Transactions transactions,
      PolicyShelf policies,
      BusinessClock clock,
      Ages ages) {
    this.commands = commands;
    this.caller = caller;
    this.whose = whose;
    this.transactions = transactions;
    this.policies = policies;
    this.clock = clock;
    this.ages = ages;
  }

  /** The ladder in force; durations are ISO 8601. */
  @Schema(name = "Ladder")
  public record LadderView(
      OrganisationCode organisation,
      String version,
      Map<Rung, String> rungs,
      String acknowledgementLasts,
      Instant asOf,
      double lagSeconds) {}

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
  @Operation(summary = "How long each rung of an organisation has before the next one is told")
  public LadderView ladder(@PathParam("organisation") OrganisationCode organisation) {
    whose.requireKnown(organisation);
    Instant now = clock.instant();
    Ladder ladder =
        transactions.inTransaction(
            () -> policies.book(transactions.connection()).ladder(organisation, now));
    var freshness = ages.now().freshness();
    return new LadderView(
        organisation,
        ladder.version(),
        ladder.limits().entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    rung -> Limit.elapsed(rung.getValue()).text(),
                    (a, b) -> a,
                    TreeMap::new)),
        Limit.elapsed(ladder.acknowledgementLasts()).text(),
        freshness.asOf(),
        freshness.lagSeconds());
  }

  @PUT
  @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Adopt another ladder from a moment on")
  public Executed adopt(@PathParam("organisation") OrganisationCode organisation, LadderBody body) {
    whose.requireOwn(organisation);
    var form = new Form();
    LadderBody given = Form.body(body);
    Instant from = form.time("/effectiveFrom", given.effectiveFrom());
    String reason = form.required("/reason", form.label("/reason", given.reason()));
    Ladder ladder = given.ladder(form);
    return commands.send(
        new AdoptLadder(organisation, from, caller.requirePerson(), reason, ladder));
  }
}
