package baton.intake.batch;

import static baton.intake.batch.BatchResource.NDJSON;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.intake.receipt.OwnReferral;
import baton.intake.receipt.OwnStaff;
import baton.intake.receipt.model.Workforce;
import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code POST /back-records}: a force or the NCA goes live with the cases that it has open. */
@Path("/back-records")
@Produces(MediaType.APPLICATION_JSON)
public class BackRecordResource {
  private static final String EXAMPLE =
      """
      {"reference":"SYNTHETIC-0001","type":"ENTICEMENT","backRecord":\
      {"receivedAt":"2026-03-01T09:00:00Z","team":"kent-1","person":"p-4601","grade":"LOW",\
      "system":"records","localReference":"46/1234","plan":"kent-2026"}}""";

  private final BatchUpload upload;
  private final OwnStaff staff;
  private final Caller caller;

  public BackRecordResource(BatchUpload upload, OwnStaff staff, Caller caller) {
    this.upload = upload;
    this.staff = staff;
    this.caller = caller;
  }

  /** On a virtual thread: an upload may last for hours and must not occupy a worker. */
  @POST
  @Consumes(NDJSON)
  @StreamedBody
  @RunOnVirtualThread
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Bring in the open cases of the time before, one a line",
      description =
          "By a force or the NCA, for its own people. Each line is a referral with backRecord: when"
              + " it was really received (its clocks count from then), who has it (team, person),"
              + " and what else was known (grade, system, localReference, plan). The good lines are"
              + " in, whatever is wrong with others. After a broken upload, send it again under the"
              + " same Idempotency-Key: what is stored counts as repeated.")
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
                  @Content(
                      mediaType = NDJSON,
                      schema = @Schema(implementation = String.class),
                      examples = @ExampleObject(name = "back-record", value = EXAMPLE)))
          InputStream body) {
    requireCustodian();
    staff.person();
    return upload.take(this::form, name, key, body, uri);
  }

  /** With the roster as it is now. */
  private LineReading.Form form() {
    Workforce workforce = staff.wholeWorkforce();
    return (line, now) -> OwnReferral.readBackRecord(line, workforce, now);
  }

  private void requireCustodian() {
    OrganisationCode own = caller.organisation();
    if (!own.equals(OrganisationCode.NCA) && !Forces.knows(own))
      throw Problems.forbidden(
          "custodians-only",
          own + " is neither a force nor the NCA, so it has no open cases to bring in");
  }
}
