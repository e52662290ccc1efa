package baton.escalation.limits;

import baton.contract.Grade;
import baton.contract.Sealed;
import baton.contract.risk.TriagePrioritySet;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Story;
import java.time.Duration;
import java.time.Instant;

/** A referral whose events are megabytes. */
final class LongStory {
  static final int EVENTS = 20;
  static final int SEALED = 350_000;

  private LongStory() {}

  /**
   * Tells it.
   *
   * @return the path of all its events
   */
  static String told(Live live) {
    Instant start = live.stepTo(live.now().plus(Duration.ofDays(1)));
    var story = new Story().receivedAndOpened(start);
    for (int i = 0; i < EVENTS; i++)
      story.tells(
          Story.RISK,
          new TriagePrioritySet(
              story.referral(), null, Grade.LOW, Sealed.box("no-key", new byte[SEALED])),
          start.plusSeconds(8 + i));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(60));
    return "/audit/referrals/" + story.referral() + "/events";
  }
}
