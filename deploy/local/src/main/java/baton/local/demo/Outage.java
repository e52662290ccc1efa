package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.RISK;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Act two: risk-service is killed and stays away for two weeks. What it should have reacted to, the
 * replay names.
 */
final class Outage {
  private static final int REFERRALS_A_DAY = 2;
  private static final int DAYS = 14;

  private final Stage stage;
  private final Synthetic synthetic = new Synthetic(14);

  Outage(Stage stage) {
    this.stage = stage;
  }

  void play() throws TimeoutException {
    stage.time().settle();
    long pid = stage.processes().kill(RISK);
    stage.time().stopped(RISK);
    stage.say(
        "  risk-service (pid %d) is killed with SIGKILL. Referrals keep arriving for two weeks.",
        pid);
    stage.say(
        "  (Its heartbeat has to be silent for 60 real seconds before Baton calls itself blind for it: please wait.)");
    for (int day = 0; day < DAYS; day++) {
      for (int n = 0; n < REFERRALS_A_DAY; n++) {
        stage
            .staff()
            .send(
                "ncmec",
                synthetic.referral(
                    "OUTAGE-%02d-%d".formatted(day, n), "46", "2012-06-01T10:15:00Z"));
      }
      stage.time().advance(Duration.ofDays(1));
    }
    JsonNode sweep = Sweep.run(stage);
    stage.say(
        "  The replay reads %,d events and names what risk-service dropped: LOST_HAND_OFF %d.",
        sweep.path("events").asLong(), sweep.path("findings").path("LOST_HAND_OFF").asInt());
    JsonNode lost =
        stage
            .client()
            .get(ESCALATION, Staff.auditor(), "/escalations?state=open&kind=LOST_HAND_OFF&limit=1")
            .orFail();
    stage.say("  \"%s\"", lost.path("items").path(0).path("sentence").asText());
    stage.processes().start(RISK);
    stage.time().started(RISK);
    JsonNode after =
        stage
            .client()
            .get(ESCALATION, Staff.auditor(), "/escalations?state=open&kind=LOST_HAND_OFF&limit=1")
            .orFail();
    stage.say(
        "  risk-service is started again, reads on where it stopped, and %s.",
        after.path("items").isEmpty()
            ? "each of those escalations is resolved by its reaction"
            : "some of those escalations are still open");
  }
}
