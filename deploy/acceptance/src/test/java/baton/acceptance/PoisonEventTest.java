package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Answer;
import baton.local.client.ServiceName;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event that a service cannot apply holds up its own referral and no other. */
@Order(5)
@ExtendWith(RunningBaton.class)
class PoisonEventTest {
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final String POISON = "POISON-1";
  private static final String RELEASED = "baton.event-released.v1";

  private final Installation baton;
  private final Watch watch;

  PoisonEventTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void an_event_that_risk_cannot_apply_is_a_finding_and_is_retried_once_the_cause_is_gone()
      throws SQLException {
    inRisk("alter table referral_copy add constraint poison check (reference <> '" + POISON + "')");
    String poisoned;
    try {
      poisoned = baton.staff().send("ncmec", Referrals.referral(POISON, KENT));
      awaitParked(RISK, poisoned);
      var neighbour = inTheSamePartitionAs(poisoned);
      baton.settle();
      assertThat(watch.events(neighbour, "baton.assessment-opened.v1")).hasSize(1);
      assertThat(watch.events(poisoned, "baton.assessment-opened.v1")).isEmpty();
      assertThat(watch.escalationsOf(poisoned, "state=open&kind=PARKED")).hasSize(1);
      assertThat(watch.custody(poisoned).path("findings"))
          .extracting(finding -> finding.path("kind").asText())
          .containsExactly("PARKED");
      for (ServiceName other : List.of(ServiceName.INTAKE, ServiceName.ALLOCATION))
        assertThat(parked(other, poisoned)).as(other + " goes on with it").isEmpty();

      assertProblem(retry(RISK, poisoned), 409, "still-parked");
    } finally {
      inRisk("alter table referral_copy drop constraint poison");
    }

    var released = retry(RISK, poisoned).orFail();
    assertThat(released.path("recorded")).extracting(JsonNode::asText).contains(RELEASED);
    baton.settle();
    assertThat(parked(RISK, poisoned)).isEmpty();
    assertThat(watch.events(poisoned, "baton.assessment-opened.v1")).hasSize(1);
    assertThat(watch.escalationsOf(poisoned, "state=open&kind=PARKED")).isEmpty();
    assertThat(watch.escalationsOf(poisoned, "state=resolved&kind=PARKED"))
        .singleElement()
        .satisfies(
            resolved ->
                assertThat(resolved.path("resolvedBy").asText())
                    .isEqualTo(watch.events(poisoned, RELEASED).getFirst().path("id").asText()));
    assertProblem(retry(RISK, poisoned), 404, "not-found");
  }

  @Test
  void bytes_that_nobody_can_read_park_their_referral_everywhere_and_no_other() {
    var story = baton.staff().send("ncmec", Referrals.referral("UNREADABLE-1", KENT));
    baton.settle();
    var unreadable = "no event".getBytes(StandardCharsets.UTF_8);
    new Log(baton.kafka()).send("baton.referrals", story, unreadable);
    for (ServiceName service : ServiceName.values()) awaitParked(service, story);
    var neighbour = inTheSamePartitionAs(story);
    baton.settle();

    assertThat(watch.events(neighbour))
        .extracting(event -> event.path("type").asText())
        .contains("baton.assessment-opened.v1", "baton.case-opened.v1");
    assertThat(watch.escalationsOf(story, "state=open&kind=PARKED"))
        .as("one for each service that cannot read it")
        .isNotEmpty();
    for (ServiceName service : ServiceName.values())
      assertProblem(retry(service, story), 409, "still-parked");
  }

  private void inRisk(String statement) throws SQLException {
    try (var connection = baton.postgres().connect("risk");
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private void awaitParked(ServiceName service, String referral) {
    Awaitility.await(service + " parks it")
        .atMost(Duration.ofMinutes(2))
        .until(() -> !parked(service, referral).isEmpty());
  }

  private List<JsonNode> parked(ServiceName service, String referral) {
    var found = new ArrayList<JsonNode>();
    for (JsonNode item :
        baton.client().get(service, ADMINISTRATOR, "/parked").orFail().path("items"))
      if (item.path("story").asText().equals(referral)) found.add(item);
    return found;
  }

  private Answer retry(ServiceName service, String referral) {
    var path = "/parked/" + referral + "/retry";
    return baton.client().post(service, ADMINISTRATOR, path, Map.of());
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.body().path("type").asText()).endsWith("/" + code);
    assertThat(answer.body().path("detail").asText()).isNotBlank();
  }

  /** Sends referrals until one stands behind the other on the log. */
  private String inTheSamePartitionAs(String referral) {
    while (true) {
      var reference = "NEIGHBOUR-" + UUID.randomUUID();
      var sent = baton.staff().send("ncmec", Referrals.referral(reference, KENT));
      if (partition(sent) == partition(referral)) return sent;
    }
  }

  private static int partition(String referral) {
    var key = referral.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % 12;
  }
}
