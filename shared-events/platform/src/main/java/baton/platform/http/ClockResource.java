package baton.platform.http;

import baton.journal.clock.BusinessClock;
import baton.journal.clock.ClockRefused;
import baton.journal.clock.SteppedBusinessClock;
import baton.journal.relay.Relay;
import baton.platform.FreshnessNow;
import baton.platform.Problems;
import baton.platform.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The business clock, where it is stepped. A driver moves it; see {@code GET /progress}. */
@Path("/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
public class ClockResource {

  private final BusinessClock clock;
  private final Relay relay;
  private final FreshnessNow freshness;

  public ClockResource(BusinessClock clock, Relay relay, FreshnessNow freshness) {
    this.clock = clock;
    this.relay = relay;
    this.freshness = freshness;
  }

  /** Business time. */
  public record Time(@NotNull(message = "now is missing") Instant now) {}

  @GET
  @Operation(summary = "Where the stepped clock stands")
  public Time now() {
    return new Time(stepped().instant());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Move the stepped clock, forwards only")
  public Time move(@NotNull(message = "the body is missing") @Valid Time to) throws SQLException {
    try {
      stepped().moveTo(to.now());
    } catch (ClockRefused e) {
      throw conflict("clock-refused", e.getMessage());
    }
    relay.beat();
    freshness.sample();
    return now();
  }

  private SteppedBusinessClock stepped() {
    if (clock instanceof SteppedBusinessClock stepped) return stepped;
    throw conflict(
        "clock-not-stepped",
        "this service runs on the system's clock, which nobody moves; start it with"
            + " BATON_CLOCK=stepped");
  }

  private static HttpProblem conflict(String code, String detail) {
    return Problems.of(409, code, "Refused as things stand", detail);
  }
}
