package baton.intake.batch;

import baton.platform.Caller;
import baton.platform.Idempotency;
import baton.platform.Problems;
import baton.platform.limits.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** One upload of many referrals, whatever its lines are: from the request to its answer. */
@ApplicationScoped
class BatchUpload {
  private static final int NAME_MAX = 200;

  private final BatchReception reception;
  private final Uploads uploads;
  private final Caller caller;

  BatchUpload(BatchReception reception, Uploads uploads, Caller caller) {
    this.reception = reception;
    this.uploads = uploads;
    this.caller = caller;
  }

  Response take(
      Supplier<LineReading.Form> forms, String name, String key, InputStream body, UriInfo uri) {
    Problems.requireText("name", name, NAME_MAX);
    Problems.requireText(Idempotency.HEADER, key, Idempotency.KEY_MAX);
    BatchReceipt receipt;
    try (var place = uploads.begin(caller.organisation())) {
      receipt = read(forms, name, key, body);
    }
    var location =
        uri.getBaseUriBuilder().path("batches").path(receipt.batchId().toString()).build();
    return Response.created(location).entity(receipt).build();
  }

  private BatchReceipt read(
      Supplier<LineReading.Form> forms, String name, String key, InputStream body) {
    try {
      return reception.receive(forms, caller.organisation(), name, key, body);
    } catch (IOException e) {
      throw Problems.of(
          400,
          "upload-broken-off",
          "The upload broke off",
          "what came whole is stored; send it again under the same " + Idempotency.HEADER);
    }
  }
}
