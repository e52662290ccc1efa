package baton.escalation.sweep;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.Query;
import baton.platform.Caller;
import baton.platform.Fresh;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Reads the whole log again and compares it with the board. */
@Path("/sweeps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.SUPERVISOR})
@ServesCopies
public class SweepResource {
  private static final Duration TELL_EVERY = Duration.ofMillis(500);

  private final Sweeps sweeps;
  private final Unfinished unfinished;
  private final Caller caller;
  private final Ages ages;

  public SweepResource(Sweeps sweeps, Unfinished unfinished, Caller caller, Ages ages) {
    this.sweeps = sweeps;
    this.unfinished = unfinished;
    this.caller = caller;
    this.ages = ages;
  }

  /**
   * @param asAt sweep up to this time instead of now
   * @param force tell the findings of this force's referrals apart from all
   */
  public record Wanted(String asAt, String force) {}

  @POST
  @ServesCopies
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sweep the log",
      description =
          "Without asAt it sweeps up to now and compares with the board; with asAt it gives the"
              + " findings at that time. With force the findings of what concerns that force are"
              + " told apart as well. One runs at a time, others wait. The answer says how much"
              + " memory it will take at least (memoryNeededBytes) and how much it may"
              + " (memoryLimitBytes); where it cannot fit it is refused (409, sweep-memory).")
  public Response sweep(Wanted wanted) {
    requireSight();
    Instant asAt = wanted == null ? null : Query.time("asAt", wanted.asAt());
    String askedBy = caller.person().map(Object::toString).orElse(caller.organisation().value());
    SweepReport report = sweeps.ask(asAt, force(wanted), askedBy);
    return Response.accepted(fresh(report))
        .location(URI.create("/sweeps/" + report.sweepId()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How a sweep stands, and what it found")
  public Fresh<SweepReport> report(@PathParam("id") UUID id) {
    requireSight();
    return fresh(find(id));
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(summary = "The same as it goes on, until it has ended")
  public Multi<Fresh<SweepReport>> progress(@PathParam("id") UUID id) {
    requireSight();
    find(id);
    return Multi.createBy()
        .repeating()
        .supplier(() -> find(id))
        .withDelay(TELL_EVERY)
        .whilst(report -> !report.state().over())
        .map(this::fresh);
  }

  @DELETE
  @ServesCopies
  @Path("/{id}")
  @Operation(
      summary = "Cancel a sweep",
      description = "It ends as soon as it can, as cancelled; one that has ended stays as it is.")
  public Fresh<SweepReport> cancel(@PathParam("id") UUID id) {
    requireSight();
    return fresh(
        unfinished
            .cancel(id)
            .orElseThrow(() -> Problems.notFound("There is no sweep with this id.")));
  }

  private Fresh<SweepReport> fresh(SweepReport report) {
    return Fresh.of(report, ages.now().freshness());
  }

  private static OrganisationCode force(Wanted wanted) {
    if (wanted == null || wanted.force() == null) return null;
    try {
      var force = OrganisationCode.of(wanted.force());
      if (Forces.knows(force)) return force;
    } catch (IllegalArgumentException noCode) {
      // the problem below says what is wanted
    }
    throw Query.wrong("force", "force is the code of a force, such as 46 for Kent");
  }

  private SweepReport find(UUID id) {
    return unfinished
        .find(id)
        .orElseThrow(() -> Problems.notFound("There is no sweep with this id."));
  }

  /** A sweep tells of every organisation's referrals. */
  private void requireSight() {
    if (!caller.readsEverything() && !caller.is(Role.ADMINISTRATOR))
      throw Problems.forbidden(
          "sweep-of-everything",
          "A sweep concerns every organisation; an auditor, an administrator or an NCA supervisor"
              + " may sweep.");
  }
}
