package baton.platform.http;

import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.relay.Relay;
import baton.platform.Freshness;
import baton.platform.FreshnessNow;
import baton.platform.ProgressDetails;
import baton.platform.ServesCopies;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far this service has published and read; what the driver of a stepped clock waits for. */
@Path("/progress")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ServesCopies
public class ProgressResource {

  private final Relay relay;
  private final LogReader reader;
  private final BusinessClock clock;
  private final FreshnessNow freshness;
  private final Instance<ProgressDetails> details;

  public ProgressResource(
      Relay relay,
      LogReader reader,
      BusinessClock clock,
      FreshnessNow freshness,
      @Any Instance<ProgressDetails> details) {
    this.relay = relay;
    this.reader = reader;
    this.clock = clock;
    this.freshness = freshness;
    this.details = details;
  }

  @GET
  @Operation(
      summary = "How far this service has published and read",
      description =
          "storeHead and published are places in the store's order; read and end are numbers of"
              + " records on the log; idle: nothing is unpublished and nothing unread.")
  public Map<String, Object> progress() {
    // The store first: what it holds now is on the log, and so counted in `end`, if it is idle.
    var published = relay.progress();
    var read = reader.progress();
    var progress = new LinkedHashMap<String, Object>();
    progress.put("storeHead", published.storeHead());
    progress.put("published", published.published());
    progress.put("read", read.read());
    progress.put("end", read.end());
    progress.put("idle", published.idle() && read.idle());
    progress.put("watermark", published.watermark());
    progress.put("now", clock.instant());
    Freshness now = freshness.get();
    progress.put("asOf", now.asOf());
    progress.put("lagSeconds", now.lagSeconds());
    details.forEach(more -> progress.putAll(more.details()));
    return progress;
  }
}
