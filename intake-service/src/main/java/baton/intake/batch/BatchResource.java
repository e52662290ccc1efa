package baton.intake.batch;

import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.http.StreamedBody;
import baton.platform.limits.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code POST /batches}. */
@Path("/batches")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

  static final String NDJSON = "application/x-ndjson";
  private static final int NAME_MAX = 200;

  private final BatchReception reception;
  private final Uploads uploads;
  private final Caller caller;

  public BatchResource(BatchReception reception, Uploads uploads, Caller caller) {
    this.reception = reception;
    this.uploads = uploads;
    this.caller = caller;
  }

  /** On a virtual thread: an upload may last for hours and must not occupy a worker. */
  @POST
  @Consumes(NDJSON)
  @StreamedBody
  @RunOnVirtualThread
  @RolesAllowed(Roles.AGENCY)
  @Operation(
      summary = "Hand a package of referrals over, one a line",
      description =
          "The good lines are in, whatever is wrong with others. After a broken upload, send it"
              + " again under the same Idempotency-Key: what is stored counts as repeated.")
  @APIResponse(
      responseCode = "201",
      description = "Read to its end",
      content = @Content(schema = @Schema(implementation = BatchReceipt.class)))
  public Response receive(
      @QueryParam("name") String name,
      @HeaderParam(Idempotency.HEADER) String key,
      UriInfo uri,
      @RequestBody(
              content =
                  @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
          InputStream body) {
    Problems.requireText("name", name, NAME_MAX);
    Problems.requireText(Idempotency.HEADER, key, Idempotency.KEY_MAX);
    BatchReceipt receipt;
    try (var place = uploads.begin(caller.organisation())) {
      receipt = read(name, key, body);
    }
    var location =
        uri.getBaseUriBuilder().path("batches").path(receipt.batchId().toString()).build();
    return Response.created(location).entity(receipt).build();
  }

  private BatchReceipt read(String name, String key, InputStream body) {
    try {
      return reception.receive(caller.organisation(), name, key, body);
    } catch (IOException e) {
      throw Problems.of(
          400,
          "upload-broken-off",
          "The upload broke off",
          "what came whole is stored; send it again under the same " + Idempotency.HEADER);
    }
  }
}
