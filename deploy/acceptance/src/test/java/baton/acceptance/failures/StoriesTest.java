package baton.acceptance.failures;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Installation;
import baton.acceptance.Referrals;
import baton.acceptance.Watch;
import baton.local.client.Answer;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.local.stories.Hands;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The stories behind the failures, over the four running services: what happened there, and what
 * Baton makes of it. Each is played with a force of its own.
 */
@Order(0)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesTest {
  private static final Duration GRAIN = Duration.ofMinutes(10);
  private static final List<String> FORCES = List.of("12", "20", "36", "41", "44", "45", "46");
  private static final int PACKAGE = 2_345;

  private static Installation baton;
  private static Watch watch;
  private static Staff staff;
  private static Hands hands;

  @BeforeAll
  static void start() {
    var organisations = new ArrayList<>(FORCES);
    organisations.add(Staff.NCA);
    baton = Installation.start("stories", organisations);
    watch = new Watch(baton.client());
    staff = baton.staff();
    hands = new Hands(staff, () -> baton.now().toString(), Referrals::referral, "STORY");
  }

  @AfterAll
  static void stop() throws Exception {
    if (baton != null) baton.close();
  }

  @Test
  @Order(1)
  void an_inspector_who_retires_leaves_nothing_behind() {
    String inspector = Staff.supervisor("44").person();
    List<String> his = hands.many(5, () -> hands.accepted("44", "LOW"));
    baton.settle();
    staff.leaves("44", inspector);
    baton.settle();
    for (String referral : his) {
      assertThat(holder(referral)).isEqualTo("44 p-44-2");
      assertThat(watch.events(referral, "baton.custody-reverted.v1"))
          .singleElement()
          .satisfies(e -> assertThat(e.path("data").path("because").asText()).isEqualTo("LEFT"));
      assertThat(watch.escalations("state=open&referral=" + referral))
          .extracting(each -> each.path("kind").asText())
          .as("and it is said, until the deputy does something with it")
          .containsExactly("CUSTODIAN_GONE");
    }
    Answer offered =
        baton
            .client()
            .post(
                ALLOCATION,
                Staff.allocator("44"),
                "/cases/" + his.getFirst() + "/allocations",
                Map.of("person", inspector));
    assertThat(offered.status()).as("nothing is handed to who is gone").isEqualTo(422);
  }

  @Test
  @Order(2)
  void two_inspectors_are_sent_it_and_neither_has_it() {
    String referral = hands.offeredToTwo("36", "LOW");
    baton.settle();
    assertThat(holder(referral)).as("it stays with who offered it").isEqualTo("36 p-36-1");
    assertThat(acceptance(referral, "36", 1, Staff.worker("36", 0)).status())
        .as("the first offer was replaced")
        .isEqualTo(409);
    assertThat(acceptance(referral, "36", 2, Staff.worker("36", 0)).status())
        .as("the second one is another's")
        .isEqualTo(403);
    baton.pass(Duration.ofDays(5).plus(GRAIN), GRAIN);
    assertThat(clocks(referral)).contains("NAMED_OFFICER_ACCEPTS");
    staff.officerAccepts(referral, "36", Staff.worker("36", 1), 2);
    baton.settle();
    assertThat(holder(referral)).as("overdue, and still acceptable").isEqualTo("36 p-36-12");
    assertThat(clocks(referral)).doesNotContain("NAMED_OFFICER_ACCEPTS");
  }

  @Test
  @Order(3)
  void forces_that_each_say_it_is_the_others_do_not_let_it_lie() {
    String referral = hands.triaged("45", "HIGH");
    staff.forceDeclines(referral, "45", staff.disseminate(referral, "45"), "46");
    baton.settle();
    assertThat(holder(referral)).as("custody is where it was").isEqualTo("nca p-nca-20");
    assertThat(offeredTo(referral)).as("the other force has it offered at once").isEqualTo("46");
    staff.forceDeclines(referral, "46", 2, "45");
    baton.settle();
    assertThat(holder(referral)).as("the second refusal").isEqualTo("nca tie-breaker");
    baton.pass(Duration.ofHours(24).plus(GRAIN), GRAIN);
    assertThat(clocks(referral)).as("the tie-breaker must act").contains("TIE_BREAK");
    int decided = staff.decides(referral, "45");
    Answer again =
        baton
            .client()
            .post(
                ALLOCATION,
                Staff.supervisor("45"),
                "/cases/" + referral + "/disseminations/" + decided + "/decline",
                Map.of("reason", "NOT_OURS", "text", "synthetic"));
    assertThat(again.status()).as("whose it is, is settled").isEqualTo(409);
    staff.forceAccepts(referral, "45", decided);
    baton.settle();
    assertThat(holder(referral)).isEqualTo("45 p-45-1");
    assertThat(clocks(referral)).doesNotContain("TIE_BREAK", "OWNERSHIP_DISPUTE");
  }

  @Test
  @Order(4)
  void a_force_that_never_logs_in_is_one_alarm_and_the_sender_keeps_what_it_sent() {
    List<String> sent = hands.many(25, () -> hands.disseminated("12", "HIGH"));
    baton.pass(Duration.ofHours(4).plus(GRAIN), GRAIN);
    for (String referral : sent) assertThat(holder(referral)).isEqualTo("nca p-nca-20");
    JsonNode alarm = alarm("nca", "FORCE_ACCEPTS");
    assertThat(alarm.path("referrals").asInt()).isEqualTo(25);
    String first = Row.who(alarm.path("told"));
    baton.pass(Duration.ofHours(4).plus(GRAIN), GRAIN);
    JsonNode later = alarm("nca", "FORCE_ACCEPTS");
    assertThat(later.path("rung").asText()).as("nobody acts: it climbs").isNotEqualTo("CUSTODIAN");
    assertThat(Row.who(later.path("told"))).isNotEqualTo(first);
  }

  @Test
  @Order(5)
  void nine_months_of_reviews_and_nothing_else_do_not_keep_it_quiet() {
    String referral = hands.accepted("41", "MEDIUM");
    Instant since = baton.now();
    for (int month = 0; month < 9; month++) {
      baton.pass(Duration.ofDays(27), Duration.ofHours(1));
      staff.reviews(referral, "41", "p-41-1", baton.now().plus(Duration.ofDays(28)).toString());
    }
    baton.settle();
    assertThat(raisedClocks(referral)).doesNotContain("SUPERVISOR_REVIEW");
    assertThat(firstAlarm(referral, "NAMED_OFFICER_ACCEPTS", since))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plus(Duration.ofHours(1)));
    assertThat(firstAlarm(referral, "ENFORCEMENT_ACTION", since))
        .isBetween(Duration.ofDays(14), Duration.ofDays(14).plus(Duration.ofHours(1)));
    assertThat(firstAlarm(referral, "DORMANT", since))
        .isBetween(Duration.ofDays(30), Duration.ofDays(30).plus(Duration.ofHours(1)));
    assertThat(clocks(referral))
        .as("and they stand")
        .contains("NAMED_OFFICER_ACCEPTS", "ENFORCEMENT_ACTION", "DORMANT");
  }

  @Test
  @Order(6)
  void a_package_that_nobody_opens_is_one_alarm_after_four_hours() {
    baton
        .client()
        .postLines(
            INTAKE,
            Staff.agency("toronto-police"),
            "/batches?name=Spade",
            Referrals.lines("SPADE", PACKAGE, "46"))
        .orFail();
    baton.pass(Duration.ofHours(4).plus(GRAIN), GRAIN);
    JsonNode alarm = alarm("nca", "ASSESSOR_NAMED");
    assertThat(alarm.path("referrals").asInt()).isEqualTo(PACKAGE);
    assertThat(alarm.path("sentence").asText()).contains("2,345");
  }

  private static Answer acceptance(String referral, String force, int number, String person) {
    return baton
        .client()
        .post(
            ALLOCATION,
            new Who("officer", force, person),
            "/cases/" + referral + "/allocations/" + number + "/acceptance",
            Map.of());
  }

  private static String holder(String referral) {
    return Row.who(watch.custody(referral).path("custodian"));
  }

  private static String offeredTo(String referral) {
    return watch.custody(referral).path("offers").path(0).path("to").asText();
  }

  /** Of the findings that stand. */
  private static List<String> clocks(String referral) {
    return watch.escalations("state=open&referral=" + referral).stream()
        .map(each -> each.path("clock").asText())
        .toList();
  }

  private static List<String> raisedClocks(String referral) {
    return watch.escalations("referral=" + referral).stream()
        .map(each -> each.path("clock").asText())
        .toList();
  }

  private static Duration firstAlarm(String referral, String clock, Instant since) {
    return watch.escalations("referral=" + referral).stream()
        .filter(each -> each.path("clock").asText().equals(clock))
        .map(Row::raisedAt)
        .min(Instant::compareTo)
        .map(raised -> Duration.between(since, raised))
        .orElseThrow(() -> new AssertionError(clock + " was not raised"));
  }

  private static JsonNode alarm(String organisation, String clock) {
    return watch.alarms(organisation).stream()
        .filter(each -> each.path("clock").asText().equals(clock))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no alarm about " + clock));
  }
}
