package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.ServiceName;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An upgrade has begun: a service that is newer than all four writes events of types that none of
 * them knows. Last, because one referral stays without a custodian until the upgrade goes on.
 */
@Order(11)
@ExtendWith(RunningBaton.class)
class NewerEventTest {
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final String MOVES = "baton.custody-transferred.v1";
  private static final String CONCERNS_NOBODY = "baton.visit-planned.v1";

  private final Installation baton;
  private final Watch watch;

  NewerEventTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void a_type_that_nobody_knows_is_kept_by_all_and_stops_only_who_has_that_referral()
      throws SQLException {
    String moved = received("NEWER-1");
    String unmoved = received("NEWER-2");
    newerServiceWrites(moved, MOVES, true);
    newerServiceWrites(unmoved, CONCERNS_NOBODY, false);
    baton.staff().send("ncmec", Referrals.referral("NEWER-3", KENT));
    baton.settle();

    for (ServiceName service : ServiceName.values()) {
      assertThat(
              new Databases(baton.postgres())
                  .texts(service.slug(), "select type from unknown_event order by type"))
          .as(service + " keeps what it does not know")
          .containsExactly(MOVES, CONCERNS_NOBODY);
      assertThat(baton.client().get(service, ADMINISTRATOR, "/parked").orFail().findValues("story"))
          .as(service + " parks nothing")
          .noneMatch(story -> story.asText().equals(moved) || story.asText().equals(unmoved));
    }
    assertThat(watch.events(moved, MOVES)).hasSize(1);
    assertThat(watch.escalationsOf(moved, "state=open&kind=NO_CUSTODIAN"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.path("sentence").asText())
                    .contains("Nobody can say who has", MOVES, "newer version of Baton"));
    assertThat(watch.escalationsOf(unmoved, "state=open&kind=NO_CUSTODIAN")).isEmpty();
    assertThat(watch.custody(unmoved).path("custodian").path("organisation").asText())
        .isEqualTo("nca");
    assertThat(watch.sweep().path("differences"))
        .as("differences of these")
        .noneMatch(one -> one.toString().contains(moved) || one.toString().contains(unmoved));
  }

  private String received(String reference) {
    String referral = baton.staff().send("ncmec", Referrals.referral(reference, KENT));
    baton.settle();
    return referral;
  }

  /** Like an event that is on the log already, in a stream of the newer service's own. */
  private void newerServiceWrites(String referral, String type, boolean movesCustody) {
    JsonNode known = watch.events(referral).getFirst();
    ObjectNode newer = known.deepCopy();
    newer.put("id", UUID.randomUUID().toString());
    newer.put("source", "/oversight-service");
    newer.put("type", type);
    newer.put("streamsequence", "0000000000");
    newer.put("recordedtime", later(newer));
    if (movesCustody) newer.put("custody", "moves");
    else newer.remove("custody");
    newer.putObject("data").put("referral", referral).put("somethingNew", 1);
    new Log(baton.kafka())
        .send("baton.referrals", referral, newer.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String later(JsonNode event) {
    return Instant.parse(event.path("recordedtime").asText()).plusSeconds(1).toString();
  }
}
