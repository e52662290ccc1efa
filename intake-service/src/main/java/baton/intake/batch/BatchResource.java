package baton.intake.batch;

import baton.intake.receipt.Incoming;
import baton.intake.receipt.OwnReferral;
import baton.platform.Idempotency;
import baton.platform.Roles;
import baton.platform.http.StreamedBody;
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

  /** The receiving desk has what comes in it. */
  private static final LineReading.Form AGENCYS_OWN =
      (line, now) -> new OwnReferral(Incoming.read(line, now), null);

  private final BatchUpload upload;

  public BatchResource(BatchUpload upload) {
    this.upload = upload;
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
    return upload.take(() -> AGENCYS_OWN, name, key, body, uri);
  }
}
