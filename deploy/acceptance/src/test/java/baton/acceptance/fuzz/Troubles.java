package baton.acceptance.fuzz;

import baton.acceptance.Installation;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What an operator would have to look after. */
record Troubles(Installation baton) {
  /** Events that a service could not apply, or not publish. */
  List<String> parked() {
    var parked = new ArrayList<String>();
    for (var service : ServiceName.values()) {
      var list = baton.client().get(service, Staff.auditor(), "/parked?limit=1000").orFail();
      list.path("items").forEach(each -> parked.add(service + " " + each.path("eventId").asText()));
      list.path("unpublished")
          .forEach(each -> parked.add(service + " " + each.path("eventId").asText()));
    }
    return parked;
  }

  /** Lines of the services' logs that tell of a defect. */
  TreeSet<String> defects() throws IOException {
    var found = new TreeSet<String>();
    for (var service : ServiceName.values())
      try (var lines = Files.lines(baton.home().log(service))) {
        lines
            .filter(line -> line.contains(" ERROR "))
            .forEach(line -> found.add(service + " " + line));
      }
    return found;
  }
}
