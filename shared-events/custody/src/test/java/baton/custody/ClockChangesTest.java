package baton.custody;

import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_120_DAYS;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.HELD_REVIEW;
import static baton.contract.escalation.ClockName.OWNERSHIP_DISPUTE;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TIE_BREAK;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A day is 24 hours also when the clocks of London go back (25 October 2026, 01:00 UTC) or forward
 * (28 March 2027, 01:00 UTC): the expected instants are written out.
 */
class ClockChangesTest {
  @Test
  void the_night_that_is_an_hour_longer_gives_no_hour() {
    var story = received("2026-10-24T23:50:00Z").forceDetermined(KENT).disseminated(1, KENT);
    assertDue(story, URGENT_ACKNOWLEDGED, "2026-10-25T00:05:00Z");
    assertDue(story, ENFORCEMENT_ACTION, "2026-10-25T23:50:00Z");
    assertDue(story, SUPERVISOR_REVIEW, "2026-11-21T23:50:00Z");
    assertDue(story, UPSTREAM_PROGRESS, "2026-11-21T23:50:00Z");
    assertDue(story, DORMANT, "2026-11-23T23:50:00Z");
    assertDue(story, CONTENT_LAPSES_IN_120_DAYS, "2027-06-26T23:50:00Z");
    assertDue(story.redirected(1, KENT, ESSEX), OWNERSHIP_DISPUTE, "2026-10-27T23:50:00Z");
    assertDue(story.tieBreakerAppointed(null), TIE_BREAK, "2026-10-25T23:50:00Z");
    assertDue(received("2026-10-24T23:50:00Z").held(), HELD_REVIEW, "2027-01-22T23:50:00Z");
  }

  @Test
  void the_night_that_is_an_hour_shorter_takes_none() {
    var story = received("2027-03-27T23:50:00Z").forceDetermined(KENT).disseminated(1, KENT);
    assertDue(story, URGENT_ACKNOWLEDGED, "2027-03-28T00:05:00Z");
    assertDue(story, ENFORCEMENT_ACTION, "2027-03-28T23:50:00Z");
    assertDue(story, SUPERVISOR_REVIEW, "2027-04-24T23:50:00Z");
    assertDue(story, UPSTREAM_PROGRESS, "2027-04-24T23:50:00Z");
    assertDue(story, DORMANT, "2027-04-26T23:50:00Z");
    assertDue(story, CONTENT_LAPSES_IN_120_DAYS, "2027-11-27T23:50:00Z");
    assertDue(story.redirected(1, KENT, ESSEX), OWNERSHIP_DISPUTE, "2027-03-30T23:50:00Z");
    assertDue(story.tieBreakerAppointed(null), TIE_BREAK, "2027-03-28T23:50:00Z");
    assertDue(received("2027-03-27T23:50:00Z").held(), HELD_REVIEW, "2027-06-25T23:50:00Z");
  }

  /** Urgent, and reported by the provider at the same time. */
  private static Story received(String at) {
    Instant received = Instant.parse(at);
    return new Story()
        .after(Duration.between(RECEIVED, received))
        .bySystem()
        .received(true, true, true, received);
  }

  private static void assertDue(Story story, ClockName clock, String due) {
    assertThat(story.clock(clock).due()).as(clock.name()).isEqualTo(due);
  }
}
