package baton.acceptance.faults;

import static baton.local.client.ServiceName.ESCALATION;

import baton.acceptance.Databases;
import baton.acceptance.Watch;
import baton.local.client.ServiceName;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Stores, log, archive and board say the same, and nothing waits to be applied. */
record Copies(FaultyBaton baton, LogBook log) {
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");

  void check(Verdict verdict) throws SQLException {
    stores(verdict);
    archive(verdict);
    sweep(verdict);
    for (var service : ServiceName.values()) parked(verdict, service);
  }

  /** Every committed event is on the log, and nothing else is. */
  private void stores(Verdict verdict) throws SQLException {
    var databases = new Databases(baton.postgres());
    var stored = new HashSet<String>();
    for (var service : ServiceName.values())
      stored.addAll(databases.texts(service.slug(), "select event_identifier from event_entry"));
    for (String id : log.ids())
      if (!stored.remove(id)) verdict.wrong("event " + id + " is on the log and in no store");
    if (stored.isEmpty()) return;
    // What was stored since the log was read is on its way.
    baton.awaitSettled();
    stored.removeAll(LogBook.read(baton.kafka()).ids());
    for (String id : stored) verdict.lost("event " + id + " is stored and not on the log");
  }

  /** Each event once; what was written in the last moment may still be on its way there. */
  private void archive(Verdict verdict) throws SQLException {
    if (!archived().containsAll(log.ids())) baton.awaitSettled();
    var lacking = new HashSet<>(log.ids());
    lacking.removeAll(archived());
    for (String id : lacking) verdict.lost("event " + id + " is on the log and not archived");
  }

  private Set<String> archived() throws SQLException {
    var ids = "select event_id from archived_event where event_id is not null";
    return Set.copyOf(new Databases(baton.postgres()).texts(ESCALATION.slug(), ids));
  }

  private void sweep(Verdict verdict) {
    var sweep = new Watch(baton.client()).sweep();
    if (!sweep.path("state").asText().equals("done")) verdict.wrong("the sweep: " + sweep);
    for (JsonNode difference : sweep.path("differences"))
      verdict.wrong("board and log: " + difference);
  }

  private void parked(Verdict verdict, ServiceName service) {
    var parked = baton.client().get(service, ADMINISTRATOR, "/parked").orFail().path("items");
    for (JsonNode item : parked) verdict.wrong(service.slug() + " has parked " + item);
  }
}
