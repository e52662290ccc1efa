package baton.allocation.casework;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Many commands of a force's own system at once: nobody keys a case twice. */
@Path("/commands")
public class CommandsResource {
  static final String NDJSON = "application/x-ndjson";

  /** Leaves room for a colon and the number of a line. */
  private static final int KEY_MAX = Idempotency.KEY_MAX - 12;

  private final CommandStream stream;
  private final Uploads uploads;
  private final Caller caller;

  public CommandsResource(CommandStream stream, Uploads uploads, Caller caller) {
    this.stream = stream;
    this.uploads = uploads;
    this.caller = caller;
  }

  /** On a virtual thread: it lasts as long as the sender goes on. */
  @POST
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @StreamedBody
  @RunOnVirtualThread
  @RolesAllowed(Roles.FORCE_SYSTEM)
  @Operation(
      summary = "Send many commands, one a line",
      description =
          "Each line is an object: `command` (accept-dissemination, decline-dissemination,"
              + " disseminate, withdraw-dissemination, record-acceptance,"
              + " confirm-recorded-acceptance, allocate, withdraw-allocation, accept-allocation,"
              + " decline-allocation, record-action, propose-outcome, confirm-outcome, review,"
              + " record-local-reference, secure-content, reopen); `onBehalfOf`, the person;"
              + " `referralId`, or `system` and `localReference`; `number`, where an offer is"
              + " answered; and the fields of that command's own path. Each is done by itself and"
              + " answered by one line with its `line` and either `recorded` and `recordedTime` or"
              + " a `problem`. Sent again under the same Idempotency-Key, what was done is answered"
              + " as it was then.")
  @APIResponse(
      responseCode = "200",
      description = "One line for each",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
  public Response take(
      @HeaderParam(Idempotency.HEADER) String key,
      @RequestBody(
              content =
                  @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
          InputStream commands) {
    Problems.requireText(Idempotency.HEADER, key, KEY_MAX);
    StreamingOutput answers =
        out -> {
          try (var place = uploads.begin(caller.organisation())) {
            stream.answer(commands, key, out);
          }
        };
    return Response.ok(answers).build();
  }
}
