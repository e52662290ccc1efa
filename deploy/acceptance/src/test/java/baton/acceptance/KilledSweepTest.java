package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.ESCALATION;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** escalation-service is killed while it sweeps and more sweeps wait. */
@ExtendWith(RunningBaton.class)
class KilledSweepTest {
  private static final int SWEEPS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> ENDS = Set.of("done", "failed");

  private final Installation baton;
  private final Watch watch;

  KilledSweepTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void what_it_did_not_end_has_failed_and_the_next_finds_what_is_true() {
    for (int i = 0; i < 20; i++)
      baton.staff().send("ncmec", Referrals.referral("SWEPT-" + i, KENT));
    baton.settle();
    var asked = new ArrayList<String>();
    for (int i = 0; i < SWEEPS; i++)
      asked.add(
          baton
              .client()
              .post(ESCALATION, Staff.auditor(), "/sweeps", Map.of())
              .orFail()
              .path("sweepId")
              .asText());
    // At least those that wait cannot have ended by now.
    baton.kill(ESCALATION);
    baton.restart(ESCALATION);

    var states = new ArrayList<String>();
    for (String sweep : asked) {
      JsonNode report =
          Awaitility.await("what became of it")
              .atMost(PATIENCE)
              .until(() -> report(sweep), each -> ENDS.contains(each.path("state").asText()));
      states.add(report.path("state").asText());
      assertThat(report.path("differences")).as("nothing false").isEmpty();
      if (states.getLast().equals("failed"))
        assertThat(report.path("reason").asText()).contains("sweep again");
    }
    assertThat(states).as("killed in the middle").contains("failed");
    assertThat(watch.sweep().path("state").asText()).isEqualTo("done");
    assertThat(watch.sweep().path("differences")).isEmpty();
    assertThat(watch.escalations("state=open&kind=BOARD_DIFFERS")).isEmpty();
  }

  private JsonNode report(String sweep) {
    return baton.client().get(ESCALATION, Staff.auditor(), "/sweeps/" + sweep).orFail();
  }
}
