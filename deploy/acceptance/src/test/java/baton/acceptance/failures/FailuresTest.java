package baton.acceptance.failures;

import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Installation;
import baton.acceptance.Referrals;
import baton.acceptance.Watch;
import baton.local.client.Staff;
import baton.local.stories.Hands;
import baton.local.stories.RealCase;
import baton.local.stories.RealCases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every case of domain reference 2.4 over the four running services: brought to where the real one
 * was left, and then left (R44). What is said is what the policy says, on the day that it says; the
 * stories that follow are those of the reports behind the table.
 */
@Order(0)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresTest {
  private static final Duration LEFT = Duration.ofDays(32);

  /** Time is stepped so: an alarm is at most so much later than its due. */
  private static final Duration GRAIN = Duration.ofMinutes(10);

  /** What falls due together is recorded one after the other. */
  private static final Duration LATE_MAX = GRAIN.plusSeconds(1);

  private static final Map<RealCase, List<Left>> LYING = new LinkedHashMap<>();
  private static Installation baton;
  private static Watch watch;

  private record Left(String referral, Instant since) {}

  @BeforeAll
  static void start() {
    var organisations = new TreeSet<>(RealCases.forces());
    organisations.add(Staff.NCA);
    baton = Installation.start("failures", organisations);
    watch = new Watch(baton.client());
  }

  @AfterAll
  static void stop() throws Exception {
    if (baton != null) baton.close();
  }

  @Test
  @Order(1)
  void each_is_found_on_the_day_that_the_policy_says() {
    leaveThemLying();
    System.out.println(Row.HEAD);
    for (Expected expected : Expected.ALL) {
      List<Left> left = LYING.get(expected.of());
      for (Left one : left) isFound(expected, one);
      System.out.println(row(expected, left.getFirst()));
    }
  }

  @Test
  @Order(2)
  void more_than_twenty_of_a_team_for_one_cause_are_one_alarm() {
    assertThat(alarmed("07", "ENFORCEMENT_ACTION")).isEqualTo(31);
    assertThat(alarmed("22", "DORMANT")).isEqualTo(101);
  }

  private static int alarmed(String force, String clock) {
    return watch.alarms(force).stream()
        .filter(each -> each.path("clock").asText().equals(clock))
        .mapToInt(each -> each.path("referrals").asInt())
        .sum();
  }

  private static void leaveThemLying() {
    var hands = new Hands(baton.staff(), () -> baton.now().toString(), Referrals::referral, "CASE");
    for (RealCase each : RealCases.all())
      LYING.put(
          each, each.bring().apply(hands).stream().map(id -> new Left(id, baton.now())).toList());
    baton.pass(LEFT, GRAIN);
  }

  private static void isFound(Expected expected, Left left) {
    var story = expected.of().story();
    var row = row(expected, left);
    assertThat(row.clocks()).as(story).isEqualTo(expected.first());
    assertThat(row.after()).as(story).isBetween(expected.after(), expected.after().plus(LATE_MAX));
    assertThat(row.told()).as(story).isEqualTo(expected.told());

    JsonNode own = raised(left, expected.of().clock());
    assertThat(Row.raisedAt(own))
        .as(story)
        .isBetween(
            left.since().plus(expected.own()), left.since().plus(expected.own()).plus(LATE_MAX));
    assertThat(sentenceThen(left, own)).as(story).startsWith(expected.sentence());
  }

  private static Row row(Expected expected, Left left) {
    return Row.of(
        expected,
        left.since(),
        watch.escalationsOf(left.referral(), "referral=" + left.referral()));
  }

  private static JsonNode raised(Left left, String clock) {
    return watch.escalations("referral=" + left.referral()).stream()
        .filter(each -> each.path("clock").asText().equals(clock))
        .findFirst()
        .orElseThrow(() -> new AssertionError(clock + " was not raised"));
  }

  /** As it was said when it was raised: what is said today counts the days since. */
  private static String sentenceThen(Left left, JsonNode escalation) {
    var then = watch.custody(left.referral(), Row.raisedAt(escalation));
    for (JsonNode finding : then.path("findings"))
      if (finding.path("clock").equals(escalation.path("clock")))
        return finding.path("sentence").asText();
    throw new AssertionError("nothing was said of " + escalation);
  }
}
