package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.BatonClient;
import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the list of open escalations, page by page. */
final class Escalations {
  private Escalations() {}

  static List<JsonNode> open(BatonClient client) {
    var all = new ArrayList<JsonNode>();
    String after = "";
    while (after != null) {
      JsonNode page =
          client
              .get(ESCALATION, Staff.auditor(), "/escalations?state=open&limit=500" + after)
              .orFail();
      page.path("items").forEach(all::add);
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    }
    return all;
  }
}
