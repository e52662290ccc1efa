package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.Staff;
import baton.local.stories.Hands;
import baton.local.stories.RealCase;
import baton.local.stories.RealCases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Referrals that are brought to exactly where real ones were left lying, and then left lying. What
 * Baton says about each, and when, is read from the running services.
 */
final class RealDelays {
  private final Stage stage;
  private final Synthetic synthetic = new Synthetic(2_023);
  private final List<Left> left = new ArrayList<>();

  /** A referral that was left, and since when. */
  private record Left(RealCase story, String referral, Instant since) {}

  RealDelays(Stage stage) {
    this.stage = stage;
  }

  void leaveThemLying() {
    var hands =
        new Hands(
            stage.staff(),
            () -> stage.time().now().toString(),
            (reference, force) -> synthetic.referral(reference, force, "2012-06-01T10:15:00Z"),
            "STORY");
    for (RealCase story : RealCases.single())
      for (String referral : story.bring().apply(hands))
        left.add(new Left(story, referral, stage.time().now()));
  }

  /** Reads what was found, once business time is past the last of the clocks. */
  List<Delay> firstAlarms() {
    return left.stream().map(this::firstAlarm).toList();
  }

  private Delay firstAlarm(Left one) {
    JsonNode custody =
        stage.client().get(ESCALATION, Staff.auditor(), "/custody/" + one.referral()).orFail();
    for (JsonNode finding : custody.path("findings")) {
      if (finding.path("clock").asText().equals(one.story().clock())) {
        Instant alarm = Instant.parse(finding.path("since").asText());
        return new Delay(
            one.story().story(),
            one.story().realDelay(),
            finding.path("kind").asText() + " " + one.story().clock(),
            Duration.between(one.since(), alarm));
      }
    }
    throw new IllegalStateException("Baton did not notice: " + one.story().story() + " " + custody);
  }
}
