package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** risk-service is killed and stays away while referrals arrive. */
@Order(3)
@ExtendWith(RunningBaton.class)
class SilentRiskTest {
  private static final Duration REACTION_MAX = Duration.ofMinutes(15);
  private static final Duration RAISED_WITHIN = Duration.ofSeconds(2);

  /** A writer is silent after 60 seconds of the system's clock; the rest is for a busy machine. */
  private static final Duration BLIND_WITHIN = Duration.ofMinutes(3);

  private static final Duration SEES_AGAIN_WITHIN = Duration.ofMinutes(3);

  private final Installation baton;
  private final Watch watch;

  SilentRiskTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void every_referral_that_it_dropped_is_found_within_its_clock() {
    baton.kill(RISK);
    var received = baton.now();
    List<String> dropped;
    try {
      dropped =
          IntStream.rangeClosed(1, 5)
              .mapToObj(n -> Referrals.referral("DROPPED-" + n, KENT))
              .map(body -> baton.staff().send("ncmec", body))
              .toList();
      baton.pass(REACTION_MAX.plusSeconds(10));
      Awaitility.await("each of them is raised")
          .atMost(BLIND_WITHIN)
          .until(() -> dropped.stream().allMatch(each -> lost(each, "open") == 1));
      assertThat(watch.escalations("kind=BLIND"))
          .as("it says that it is blind")
          .anySatisfy(blind -> assertThat(blind.path("writer").asText()).contains("risk-service"));
      for (String referral : dropped)
        assertThat(watch.escalationsOf(referral, "state=open&kind=LOST_HAND_OFF"))
            .singleElement()
            .satisfies(
                lost -> {
                  assertThat(lost.path("clock").asText()).isEqualTo("ASSESSMENT_OPENED");
                  assertThat(lost.path("confirmed").asBoolean()).isFalse();
                  assertThat(Instant.parse(lost.path("raisedAt").asText()))
                      .isBetween(
                          received.plus(REACTION_MAX),
                          received.plus(REACTION_MAX).plus(RAISED_WITHIN));
                });
    } finally {
      baton.restart(RISK);
    }

    Awaitility.await("blindness ends")
        .atMost(SEES_AGAIN_WITHIN)
        .until(() -> watch.escalations("kind=BLIND").isEmpty());
    baton.settle();
    for (String referral : dropped) {
      assertThat(watch.events(referral, "baton.assessment-opened.v1"))
          .as("it reads on where it stopped")
          .hasSize(1);
      assertThat(watch.escalationsOf(referral, "state=resolved&kind=LOST_HAND_OFF"))
          .as("it was late: that was no false alarm")
          .singleElement()
          .satisfies(lost -> assertThat(lost.path("withdrawn").asBoolean()).isFalse());
      assertThat(lost(referral, "open")).isZero();
    }
  }

  private long lost(String referral, String state) {
    return watch.escalationsOf(referral, "kind=LOST_HAND_OFF&state=" + state).size();
  }
}
