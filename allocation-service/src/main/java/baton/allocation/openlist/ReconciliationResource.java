package baton.allocation.openlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseloadResource;
import baton.contract.OrganisationCode;
import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import baton.platform.http.StreamedBody;
import baton.platform.limits.Lines;
import baton.platform.limits.Uploads;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A force's own list of open cases, compared with Baton every day. */
@Path("/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FORCE_SYSTEM, Roles.SUPERVISOR})
public class ReconciliationResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final int SYSTEM_MAX = 60;

  /** No force has as many open at once; a list is compared as a whole and has to fit in memory. */
  private static final int LISTED_MAX = 100_000;

  private final OpenLists lists;
  private final Agreements agreements;
  private final Caller caller;
  private final Idempotency idempotency;
  private final Uploads uploads;
  private final ObjectMapper json;
  private final int lineMax;

  public ReconciliationResource(
      OpenLists lists,
      Agreements agreements,
      Caller caller,
      Idempotency idempotency,
      Uploads uploads,
      ObjectMapper json,
      BatonConfig config) {
    this.lists = lists;
    this.agreements = agreements;
    this.caller = caller;
    this.idempotency = idempotency;
    this.uploads = uploads;
    this.json = json;
    this.lineMax = config.http().bodyMax();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Compare the force's own list of open cases with Baton",
      description =
          "The local references that `system` has as open today, whole, as a JSON list or one JSON"
              + " string a line. What differs is a finding until a later list agrees; only what has"
              + " changed since the last one is recorded. At most ten systems of a force may differ"
              + " at the same time (409 `too-many-systems`).")
  @APIResponse(
      responseCode = "200",
      description = "Compared",
      content = @Content(schema = @Schema(implementation = Reconciliation.class)))
  public Response compare(
      @Parameter(example = "NICHE") @QueryParam("system") String system,
      @Parameter(description = "for a joint unit: which of its forces; else one's own")
          @QueryParam("force")
          OrganisationCode force,
      @HeaderParam(Idempotency.HEADER) String key,
      List<String> references) {
    var listed = new TreeSet<String>();
    for (String reference : Form.body(references)) add(reference, listed);
    return compare(system, force, key, listed);
  }

  @POST
  @Consumes(NDJSON)
  @StreamedBody
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Response compareLines(
      @QueryParam("system") String system,
      @QueryParam("force") OrganisationCode force,
      @HeaderParam(Idempotency.HEADER) String key,
      @RequestBody(
              content =
                  @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
          InputStream references) {
    try (var place = uploads.begin(caller.organisation())) {
      return compare(system, force, key, read(references));
    }
  }

  private Response compare(String system, OrganisationCode force, String key, Set<String> listed) {
    var form = new Form();
    form.required("/system", system);
    form.check();
    Problems.requireText("system", system, SYSTEM_MAX);
    caller.requirePerson();
    OrganisationCode of = force == null ? caller.organisation() : force;
    if (!agreements.party().actsFor().contains(of))
      throw Problems.notFound("your organisation does not act for " + of);
    var compared = lists.compare(of, system, listed);
    return idempotency.once(
        key,
        Idempotency.hash((system + "\n" + of + "\n" + listed).getBytes(UTF_8)),
        () -> Response.ok(lists.record(compared)).build());
  }

  private Set<String> read(InputStream references) {
    var listed = new TreeSet<String>();
    var lines = new Lines(references, lineMax);
    try {
      for (var chunk = lines.nextChunk(); !chunk.isEmpty(); chunk = lines.nextChunk())
        for (Lines.Line line : chunk) add(reference(line), listed);
    } catch (IOException e) {
      throw Problems.of(
          400,
          "upload-broken-off",
          "The upload broke off",
          "a list that is not whole is not compared; send it again");
    }
    return listed;
  }

  private String reference(Lines.Line line) {
    try {
      if (line.content() != null) return json.readValue(line.content(), String.class);
    } catch (IOException noText) {
      // refused below, with what is wanted
    }
    throw unusable("line " + line.number() + " is not a local reference as a JSON string");
  }

  private static void add(String reference, Set<String> listed) {
    if (reference == null) throw unusable("a local reference is null");
    Problems.requireText("a local reference", reference, CaseloadResource.LOCAL_REFERENCE_MAX);
    listed.add(reference);
    if (listed.size() > LISTED_MAX)
      throw Problems.of(
          413, "too-large", "Too large", "a list has at most " + LISTED_MAX + " references");
  }

  private static RuntimeException unusable(String detail) {
    return Problems.of(422, "wrong-form", "The request cannot be taken as it is", detail);
  }
}
