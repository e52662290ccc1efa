package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.ESCALATION;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** escalation-service itself is down while a deadline passes. */
@Order(4)
@ExtendWith(RunningBaton.class)
class StoppedWatcherTest {
  private static final String ASSESSOR = Staff.worker(Staff.NCA, 5);

  private final Installation baton;
  private final Watch watch;

  StoppedWatcherTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void what_was_met_in_time_raises_no_alarm_and_what_was_missed_does() {
    var met = baton.staff().send("ncmec", Referrals.referral("MET-IN-TIME", KENT));
    var missed = baton.staff().send("ncmec", Referrals.referral("MISSED-MEANWHILE", KENT));
    baton.settle();
    baton.stop(ESCALATION);
    try {
      baton.pass(Duration.ofHours(2));
      baton.staff().offerToAssessor(met, ASSESSOR);
      baton.staff().assessorAccepts(met, ASSESSOR);
      baton.pass(Duration.ofHours(3));
    } finally {
      baton.restart(ESCALATION);
    }

    assertThat(watch.events(met, "baton.escalation-raised.v1")).isEmpty();
    assertThat(watch.custody(met).path("findings")).isEmpty();
    assertThat(watch.events(missed, "baton.escalation-raised.v1"))
        .extracting(raised -> raised.path("data").path("clock").asText())
        .contains("ASSESSOR_NAMED");
  }
}
