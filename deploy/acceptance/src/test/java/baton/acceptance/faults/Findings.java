package baton.acceptance.faults;

import baton.acceptance.Watch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Calm or not, what is raised follows from the log alone: for the first limit by a rule of this
 * class's own, for all others by what the custody of each referral shows, now and when the limit
 * passed. Only blindness, and hand-offs that waited for a service, may come of the faults, and both
 * have to be over.
 */
record Findings(FaultyBaton baton, LogBook log, String prefix) {
  private static final Set<String> MAY_COME = Set.of("BLIND", "LOST_HAND_OFF");

  /** What no fault of a process may cause, not even for a while. */
  private static final Set<String> NEVER =
      Set.of("NO_CUSTODIAN", "PARKED", "LOG_DIVERGED", "LOG_GAP");

  /** About Baton itself; listed only where they are asked for by name. */
  private static final List<String> OF_THE_SYSTEM =
      List.of(
          "BLIND",
          "STORE_DIFFERS",
          "REGISTER_DIVERGED",
          "LOG_ALTERED",
          "REGISTER_GAP",
          "NOTICES_UNDELIVERED",
          "WEBHOOK_DISABLED",
          "DUTY_MAIL_GIVEN_UP",
          "BOARD_DIFFERS");

  /** Of an instant on the wire; a limit has passed once the moment after it is there. */
  private static final Duration NEXT_MOMENT = Duration.ofMillis(1);

  private static final String RAISED = "baton.escalation-raised.v1";
  private static final Duration URGENT = Duration.ofMinutes(30);
  private static final Duration NOT_URGENT = Duration.ofHours(4);

  void check(Verdict verdict) {
    var open = new TreeMap<String, Set<String>>();
    for (String kind : OF_THE_SYSTEM)
      for (JsonNode raised : watch().escalations("state=open,resolved&kind=" + kind))
        if (!mayCome(raised)) verdict.falseFinding(raised.toString());
        else if (!raised.hasNonNull("resolvedAt")) verdict.wrong("is still open: " + raised);
    for (JsonNode raised : watch().escalations("state=open,resolved")) {
      if (isFalse(raised)) verdict.falseFinding(raised.toString());
      if (raised.hasNonNull("resolvedAt")) continue;
      if (mayCome(raised)) verdict.wrong("is still open: " + raised);
      open.computeIfAbsent(referral(raised), _ -> new HashSet<>()).add(finding(raised));
    }
    log.stories().forEach((referral, story) -> missed(verdict, referral, story));
    for (String referral : log.stories().keySet())
      compare(verdict, referral, open.getOrDefault(referral, Set.of()));
  }

  private Watch watch() {
    return new Watch(baton.client());
  }

  private boolean isFalse(JsonNode raised) {
    // While a writer is silent a limit may seem to have passed, and that is said to be unconfirmed.
    if (raised.path("withdrawn").asBoolean()) return raised.path("confirmed").asBoolean();
    if (NEVER.contains(raised.path("kind").asText())) return true;
    return raised.path("clock").asText().equals("ASSESSOR_NAMED")
            && acceptedInTime(log.story(referral(raised)))
        || !wasSoWhenDue(raised);
  }

  /** Of the log as it is now: nothing that was recorded in time came too late to be counted. */
  private boolean wasSoWhenDue(JsonNode raised) {
    if (!raised.hasNonNull("due")) return true;
    var passed = Instant.parse(raised.path("due").asText()).plus(NEXT_MOMENT);
    return findings(watch().custody(referral(raised), passed)).contains(finding(raised));
  }

  private static boolean acceptedInTime(Story story) {
    var due =
        story.recorded(Story.RECEIVED).orElseThrow().plus(story.isUrgent() ? URGENT : NOT_URGENT);
    return story
        .recorded("baton.assessment-accepted.v1")
        .filter(at -> !at.isAfter(due))
        .isPresent();
  }

  /** By this class's own rule again, so that nobody is calmed who forgot what is due. */
  private void missed(Verdict verdict, String referral, Story story) {
    if (!story.isReceived() || !story.isUrgent() || acceptedInTime(story)) return;
    var due = story.recorded(Story.RECEIVED).orElseThrow().plus(URGENT);
    if (!due.isBefore(log.newest()) || story.has(RAISED, "clock", "ASSESSOR_NAMED")) return;
    verdict.lost("the alarm over an assessor who was due at " + due + " for " + referral);
  }

  private void compare(Verdict verdict, String referral, Set<String> escalated) {
    if (!log.story(referral).reference().startsWith(prefix) && escalated.isEmpty()) return;
    if (found(referral).equals(escalated)) return;
    // A limit may have passed between the two questions.
    baton.awaitJudged();
    var found = found(referral);
    var raised = new HashSet<String>();
    watch().escalationsOf(referral, "state=open").forEach(each -> raised.add(finding(each)));
    if (!found.equals(raised))
      verdict.falseFinding(referral + " has " + found + ", raised is " + raised);
  }

  private Set<String> found(String referral) {
    return findings(watch().custody(referral));
  }

  private static Set<String> findings(JsonNode custody) {
    var found = new HashSet<String>();
    custody.path("findings").forEach(each -> found.add(finding(each)));
    return found;
  }

  private static boolean mayCome(JsonNode raised) {
    return MAY_COME.contains(raised.path("kind").asText());
  }

  private static String referral(JsonNode raised) {
    return raised.path("referralId").asText();
  }

  private static String finding(JsonNode of) {
    return of.path("kind").asText() + " " + of.path("clock").asText();
  }
}
