package baton.escalation.proof;

import baton.escalation.clockkeeper.Ages;
import baton.escalation.proof.CheckpointView.Checkpoints;
import baton.platform.Fresh;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was signed of the log: numbers and hashes, nothing of any referral. */
@Path("/audit/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
@ServesCopies
public class CheckpointResource {
  private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8;qs=0.5";

  private final CheckpointDesk desk;
  private final Ages ages;

  CheckpointResource(CheckpointDesk desk, Ages ages) {
    this.desk = desk;
    this.ages = ages;
  }

  @GET
  @Operation(
      summary = "The last checkpoint of every tree",
      description =
          "One tree per partition of the log's topics. As text/plain: the signed notes one after"
              + " the other, as ./baton verify --checkpoint takes them. round gives the checkpoints"
              + " of an earlier time of signing.")
  public Fresh<Checkpoints> latest(@QueryParam("round") Long round) {
    return fresh(desk.ofRound(round));
  }

  @GET
  @Produces(TEXT)
  @Operation(hidden = true)
  public String notes(@QueryParam("round") Long round) {
    return desk.ofRound(round).items().stream()
        .map(CheckpointView::note)
        .collect(Collectors.joining("\n"));
  }

  @GET
  @Path("/key")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  @Operation(
      summary = "The key that verifies every checkpoint",
      description =
          "One line, a C2SP verifier key. Each tree is signed under the name of its origin.")
  public String key() {
    return desk.key() + "\n";
  }

  @GET
  @Path("/{topicId}/{partition}")
  @Operation(
      summary = "A checkpoint of one tree",
      description = "The last one, or the one of a size; as JSON or as the signed note itself.")
  public Fresh<CheckpointView> one(
      @PathParam("topicId") String topicId,
      @PathParam("partition") int partition,
      @QueryParam("size") Long size) {
    return fresh(desk.find(topicId, partition, size));
  }

  @GET
  @Path("/{topicId}/{partition}")
  @Produces(TEXT)
  @Operation(hidden = true)
  public String note(
      @PathParam("topicId") String topicId,
      @PathParam("partition") int partition,
      @QueryParam("size") Long size) {
    return desk.find(topicId, partition, size).note();
  }

  @POST
  @Path("/{topicId}/{partition}/cosignatures")
  @Consumes(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "Adds a witness's cosignature to a checkpoint",
      description =
          "One signature line (C2SP tlog-cosignature) of a witness whose key the installation"
              + " knows, over the last checkpoint or the one of a size. It is verified and then"
              + " published with the checkpoint.")
  public Response cosign(
      @PathParam("topicId") String topicId,
      @PathParam("partition") int partition,
      @QueryParam("size") Long size,
      String line) {
    return Response.status(Response.Status.CREATED)
        .entity(fresh(desk.cosign(topicId, partition, size, line)))
        .build();
  }

  private <T> Fresh<T> fresh(T body) {
    return Fresh.of(body, ages.now().freshness());
  }
}
