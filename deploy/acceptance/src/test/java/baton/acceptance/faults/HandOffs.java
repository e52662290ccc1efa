package baton.acceptance.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every service has reacted to every receipt once; what a person was told is so, is so once. */
record HandOffs(Promises promises, LogBook log, String prefix) {
  /** What each service does of itself when a referral is received. */
  private static final List<String> REACTIONS =
      List.of("baton.assessment-opened.v1", "baton.case-opened.v1");

  /** What a service does of itself when another one's event is read, by that event. */
  private static final Map<String, String> NOTED =
      Map.of(
          "baton.force-determined.v1", "baton.force-noted.v1",
          "baton.dissemination-accepted.v1", "baton.acceptance-noted.v1");

  /** What was on its way while the services leapt took no time of ours. */
  private static final Duration LEAPT = Schedule.LEAP.minusMinutes(5);

  void check(Verdict verdict) {
    log.stories()
        .forEach(
            (referral, story) -> {
              if (!story.isReceived()) return;
              for (String reaction : REACTIONS) {
                once(verdict, reaction + " of " + referral, story.count(reaction));
                if (story.reference().startsWith(prefix)) way(verdict, story, reaction);
              }
              NOTED.forEach(
                  (event, noted) -> {
                    if (story.count(event) > 0)
                      once(verdict, noted + " of " + referral, story.count(noted));
                  });
            });
    promises
        .handed()
        .forEach(
            (referral, events) -> {
              for (String event : events) handed(verdict, referral, "baton." + event + ".v1");
            });
  }

  /**
   * A person who disseminates what the system, for an urgent referral, has sent to the same force
   * already is told that it is done.
   */
  private void handed(Verdict verdict, String referral, String type) {
    var story = log.story(referral);
    if (story.count(type) == 0) verdict.lost(type + " of " + referral);
    if (story.countByPeople(type) > 1) verdict.doubled(type + " of " + referral);
  }

  private static void once(Verdict verdict, String what, long times) {
    if (times == 0) verdict.lost(what);
    if (times > 1) verdict.doubled(what);
  }

  private static void way(Verdict verdict, Story story, String reaction) {
    var received = story.recorded(Story.RECEIVED).orElseThrow();
    story
        .recorded(reaction)
        .map(at -> Duration.between(received, at))
        .filter(way -> way.compareTo(LEAPT) < 0)
        .ifPresent(verdict::way);
  }
}
