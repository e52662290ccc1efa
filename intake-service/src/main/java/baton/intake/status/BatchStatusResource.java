package baton.intake.status;

import baton.contract.BatchId;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.intake.status.BatchStatus.Owner;
import baton.platform.Caller;
import baton.platform.FreshnessNow;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.roster.Post;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far a package is. */
@Path("/batches/{batchId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.AGENCY,
  Roles.SUPERVISOR,
  Roles.FORCE_SYSTEM,
  Roles.ADMINISTRATOR,
  Roles.AUDITOR
})
public class BatchStatusResource {

  private static final String UNKNOWN = "no batch with this id was sent by your organisation";

  private final Batches batches;
  private final Caller caller;
  private final FreshnessNow freshness;

  public BatchStatusResource(Batches batches, Caller caller, FreshnessNow freshness) {
    this.batches = batches;
    this.caller = caller;
    this.freshness = freshness;
  }

  @GET
  @Operation(summary = "How many of a package have come how far, in all and by force")
  public BatchStatus one(@PathParam("batchId") BatchId batch) {
    var found = batches.find(batch).orElseThrow(() -> Problems.notFound(UNKNOWN));
    caller.requireSight(found.agency(), UNKNOWN);
    return new BatchStatus(
        batch,
        found.name(),
        owner(found.agency()),
        found.total(),
        found.byForce(),
        found.complete(),
        freshness.get());
  }

  /** A force answers for the cases that it brings in itself, the NCA for everybody else's. */
  private static Owner owner(OrganisationCode sender) {
    OrganisationCode answers = Forces.knows(sender) ? sender : OrganisationCode.NCA;
    return new Owner(answers, Post.lastOf(answers));
  }
}
