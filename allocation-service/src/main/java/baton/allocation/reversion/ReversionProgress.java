package baton.allocation.reversion;

import baton.journal.reader.LogReader;
import baton.journal.relay.Relay;
import baton.platform.ProgressDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The driver of a stepped clock waits until everything has reverted and that is published; at
 * {@code nextDue} an absence begins or becomes too long.
 */
@ApplicationScoped
class ReversionProgress implements ProgressDetails {
  private final ReversionJob job;
  private final Relay relay;
  private final LogReader reader;

  ReversionProgress(ReversionJob job, Relay relay, LogReader reader) {
    this.job = job;
    this.relay = relay;
    this.reader = reader;
  }

  @Override
  public Map<String, Object> details() {
    // In this order: what reverted is in the store by now, and counts in what follows.
    boolean done = job.isDone();
    var details = new HashMap<String, Object>();
    details.put("idle", done && relay.progress().idle() && reader.progress().idle());
    job.nextDue().ifPresent(due -> details.put("nextDue", due));
    return details;
  }
}
