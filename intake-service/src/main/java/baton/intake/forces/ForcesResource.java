package baton.intake.forces;

import baton.contract.Force;
import baton.contract.Forces;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The codes that {@code force} takes. */
@Path("/forces")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ForcesResource {

  /**
   * @param next always null: the list is short and comes whole
   */
  public record ForceList(List<Force> items, String next) {}

  @GET
  @Operation(summary = "Every force and its code")
  public ForceList forces() {
    return new ForceList(List.copyOf(Forces.all()), null);
  }
}
