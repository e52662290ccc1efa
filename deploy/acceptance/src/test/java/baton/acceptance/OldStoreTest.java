package baton.acceptance;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * allocation-service with a store of a version that kept no feeds: what it had read by then is told
 * when it comes up, as if there had been feeds always.
 */
@Order(6)
@ExtendWith(RunningBaton.class)
class OldStoreTest {
  private static final String SUSSEX = "47";
  private static final Duration LIMIT = Duration.ofDays(10);

  /** As the version before the feeds left it: their tables came later, and stood empty then. */
  private static final List<String> BEFORE_THE_FEEDS =
      List.of(
          "delete from feed_entry",
          "delete from feed",
          "delete from feed_cursor",
          "delete from feed_taken",
          "delete from feed_receipt",
          "delete from custody_board",
          "delete from policy_adoption",
          "drop table feed_retelling",
          "delete from flyway_schema_history where version = '128'");

  private final Installation baton;

  OldStoreTest(Installation baton) {
    this.baton = baton;
  }

  @Test
  void what_was_disseminated_before_there_were_feeds_is_told_by_the_policy_of_its_time()
      throws SQLException {
    baton.staff().roster(SUSSEX);
    adoptTimescales();
    var open = disseminated("OLD-STORE-1");
    var accepted = disseminated("OLD-STORE-2");
    baton.staff().forceAccepts(accepted, SUSSEX, 1);
    var withdrawn = disseminated("OLD-STORE-3");
    takeBack(withdrawn);
    baton.settle();
    Map<String, List<JsonNode>> told = feed(0);
    assertThat(told).containsOnlyKeys(open, accepted, withdrawn);
    assertThat(told.get(accepted))
        .as("the limit that was adopted")
        .anyMatch(OldStoreTest::asAdopted);

    baton.stop(ALLOCATION);
    try {
      var store = new Databases(baton.postgres());
      for (String each : BEFORE_THE_FEEDS) store.change("allocation", each);
    } finally {
      baton.restart(ALLOCATION);
    }
    baton.settle();
    assertThat(feed(0)).as("each entry by its id, causes before effects").isEqualTo(told);

    var caughtUp =
        baton.client().post(ALLOCATION, system(), "/disseminations/catch-up", Map.of()).orFail();
    assertThat(caughtUp.path("added").asInt()).isEqualTo(2);
    Map<String, List<JsonNode>> still = feed(caughtUp.path("after").asLong());
    assertThat(still).containsOnlyKeys(open, accepted);
    assertThat(still.values()).allMatch(entries -> entries.size() == 1);
    assertThat(still.get(accepted))
        .as("the limit that was adopted")
        .allMatch(OldStoreTest::asAdopted);
  }

  private void adoptTimescales() {
    var limits = Map.of("urgent", "10d", "veryHigh", "10d", "high", "10d", "otherwise", "10d");
    var body =
        Map.of(
            "version",
            "sussex-old-store",
            "effectiveFrom",
            baton.now().plus(Duration.ofMinutes(15)).toString(),
            "reason",
            "synthetic",
            "limits",
            Map.of("NAMED_OFFICER_ACCEPTS", limits));
    baton.client().put(ESCALATION, Staff.supervisor(SUSSEX), "/timescales/47", body).orFail();
    baton.pass(Duration.ofMinutes(20));
  }

  private String disseminated(String reference) {
    var referral = baton.staff().send("ncmec", Referrals.urgent(reference, SUSSEX));
    baton.settle();
    return referral;
  }

  private void takeBack(String referral) {
    baton
        .client()
        .post(
            ALLOCATION,
            Staff.allocator(Staff.NCA),
            "/cases/" + referral + "/disseminations/1/withdrawal",
            Map.of("reason", "synthetic"))
        .orFail();
  }

  private static Who system() {
    return new Who("force-system", SUSSEX, null);
  }

  /**
   * What stands behind a place, by referral and in order; without places, which are the order in
   * which partitions are read, and content, which is shown to who has it now.
   */
  private Map<String, List<JsonNode>> feed(long after) {
    var entries = new LinkedHashMap<String, List<JsonNode>>();
    String next = Long.toString(after);
    while (next != null) {
      var page = baton.client().get(ALLOCATION, system(), "/disseminations?after=" + next).orFail();
      for (JsonNode item : page.path("items")) {
        ((ObjectNode) item).remove("feedposition");
        ((ObjectNode) item.path("data")).remove(List.of("package", "withheld"));
        entries.computeIfAbsent(item.path("subject").asText(), _ -> new ArrayList<>()).add(item);
      }
      next = page.path("next").isNull() ? null : page.path("next").asText();
    }
    return entries;
  }

  private static boolean asAdopted(JsonNode entry) {
    for (JsonNode deadline : entry.path("data").path("deadlines"))
      if (deadline.path("clock").asText().equals("NAMED_OFFICER_ACCEPTS")) {
        var started = Instant.parse(deadline.path("started").asText());
        return started.plus(LIMIT).equals(Instant.parse(deadline.path("due").asText()));
      }
    return false;
  }
}
