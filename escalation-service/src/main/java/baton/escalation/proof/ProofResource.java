package baton.escalation.proof;

import baton.contract.EventId;
import baton.escalation.clockkeeper.Ages;
import baton.platform.Fresh;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single proofs, to be checked against a checkpoint. */
@Path("/audit/proofs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@ServesCopies
public class ProofResource {
  private final ProofDesk desk;
  private final Ages ages;

  ProofResource(ProofDesk desk, Ages ages) {
    this.desk = desk;
    this.ages = ages;
  }

  @GET
  @Path("/inclusion")
  @Operation(
      summary = "That an event is in the log",
      description =
          "Its leaf's index and hash and the audit path (RFC 6962) to the root of the checkpoint"
              + " of that size; without size, of the last one.")
  public Fresh<InclusionView> inclusion(
      @QueryParam("event") EventId event, @QueryParam("size") Long size) {
    return Fresh.of(desk.inclusion(event, size), ages.now().freshness());
  }

  @GET
  @Path("/consistency")
  @Operation(
      summary = "That a tree is an earlier one with more leaves behind",
      description =
          "The consistency proof (RFC 6962) between two sizes; without to, up to the last"
              + " checkpoint.")
  public Fresh<ConsistencyView> consistency(
      @QueryParam("topicId") String topicId,
      @QueryParam("partition") int partition,
      @QueryParam("from") Long from,
      @QueryParam("to") Long to) {
    return Fresh.of(desk.consistency(topicId, partition, from, to), ages.now().freshness());
  }
}
