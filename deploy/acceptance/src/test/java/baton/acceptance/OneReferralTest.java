package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.ServiceName;
import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One referral, hand by hand, and who had it all the while. */
@Order(1)
@ExtendWith(RunningBaton.class)
class OneReferralTest {
  private static final String AGENCY = "toronto-police";
  private static final String REFERENCE = "HAND-BY-HAND";
  private static final String ASSESSOR = Staff.worker(Staff.NCA, 3);
  private static final String SERGEANT = Staff.supervisor(KENT).person();
  private static final String OFFICER = Staff.worker(KENT, 4);
  private static final String NOBODY = "nobody";

  /** The contract's events, in the order in which this story has to write them, by writer. */
  private static final List<String> INTAKE_WRITES =
      List.of("baton.referral-received.v1", "baton.force-determined.v1");

  private static final List<String> RISK_WRITES =
      List.of(
          "baton.assessment-opened.v1",
          "baton.assessor-assigned.v1",
          "baton.assessment-accepted.v1",
          "baton.triage-priority-set.v1",
          "baton.acceptance-noted.v1",
          "baton.risk-assessed.v1");

  private static final List<String> ALLOCATION_WRITES =
      List.of(
          "baton.case-opened.v1",
          "baton.force-noted.v1",
          "baton.case-disseminated.v1",
          "baton.dissemination-accepted.v1",
          "baton.case-allocated.v1",
          "baton.allocation-accepted.v1",
          "baton.action-recorded.v1",
          "baton.outcome-proposed.v1",
          "baton.case-concluded.v1");

  private final Installation baton;
  private final Staff staff;
  private final Watch watch;
  private final List<Interval> intervals = new ArrayList<>();
  private String referral;

  OneReferralTest(Installation baton) {
    this.baton = baton;
    this.staff = baton.staff();
    this.watch = new Watch(baton.client());
  }

  /** Who had it, from just after a step until the next. */
  private record Interval(String step, Instant at, String holder) {}

  @Test
  void is_with_the_custodian_of_the_custody_table_at_every_instant() {
    var before = baton.now();
    baton.pass(Duration.ofMinutes(1));
    referral = staff.send(AGENCY, Referrals.referral(REFERENCE, KENT));
    heldBy("received", "nca referrals-desk");
    staff.offerToAssessor(referral, ASSESSOR);
    heldBy("offered to an assessor", "nca referrals-desk");
    staff.assessorAccepts(referral, ASSESSOR);
    heldBy("the assessor accepts", "nca " + ASSESSOR);
    staff.triage(referral, ASSESSOR, "LOW");
    heldBy("triaged", "nca " + ASSESSOR);
    int sent = staff.disseminate(referral, KENT);
    heldBy("disseminated", "nca " + ASSESSOR);
    staff.forceAccepts(referral, KENT, sent);
    heldBy("Kent accepts", KENT + " " + SERGEANT);
    staff.grade(referral, ASSESSOR, "LOW");
    heldBy("graded", KENT + " " + SERGEANT);
    int offered = staff.allocate(referral, KENT, OFFICER);
    heldBy("offered to an officer", KENT + " " + SERGEANT);
    staff.officerAccepts(referral, KENT, OFFICER, offered);
    heldBy("the officer accepts", KENT + " " + OFFICER);
    staff.acts(referral, KENT, OFFICER, "WARRANT_EXECUTED", baton.now().toString());
    heldBy("a warrant is executed", KENT + " " + OFFICER);
    staff.concludes(referral, KENT, OFFICER, "ARRESTED");
    heldBy("concluded by two people", NOBODY);

    for (Interval interval : intervals)
      assertThat(holder(watch.custody(referral, interval.at().plusSeconds(30))))
          .as("asked at the end who had it when it was " + interval.step())
          .isEqualTo(interval.holder());
    var early = baton.client().get(ServiceName.ESCALATION, Staff.auditor(), asAt(before));
    assertThat(early.status()).as("before it was received").isEqualTo(404);

    itsSenderIsToldOfEveryHandOff();
    everyEventIsThereInItsOrder();
    var sweep = watch.sweep();
    assertThat(sweep.path("state").asText()).isEqualTo("done");
    assertThat(sweep.path("referrals").asInt()).isPositive();
    assertThat(sweep.path("differences")).isEmpty();
  }

  private void heldBy(String step, String holder) {
    baton.settle();
    assertThat(holder(watch.custody(referral))).as(step).isEqualTo(holder);
    intervals.add(new Interval(step, baton.now(), holder));
    baton.pass(Duration.ofMinutes(1));
  }

  private static String holder(JsonNode custody) {
    var custodian = custody.path("custodian");
    if (!custodian.isObject()) return NOBODY;
    var who = custodian.hasNonNull("person") ? "person" : "post";
    return custodian.path("organisation").asText() + " " + custodian.path(who).asText();
  }

  private void itsSenderIsToldOfEveryHandOff() {
    var told = baton.client().get(INTAKE, Staff.agency(AGENCY), "/referrals/" + referral).orFail();
    assertThat(told.path("reference").asText()).isEqualTo(REFERENCE);
    assertThat(told.path("stage").asText()).isEqualTo("CONCLUDED");
    assertThat(told.path("outcome").asText()).isEqualTo("ARRESTED");
    assertThat(told.path("handOffs"))
        .hasSize(3)
        .allSatisfy(offer -> assertThat(offer.hasNonNull("acceptedAt")).isTrue())
        .extracting(offer -> offer.path("to").asText())
        .containsExactly(Staff.NCA, KENT, KENT);
    assertThat(told.toString()).as("no person is named").doesNotContain(OFFICER, SERGEANT);
  }

  private void everyEventIsThereInItsOrder() {
    var events = watch.events(referral);
    assertThat(typesFrom(events, "/intake-service")).containsExactlyElementsOf(INTAKE_WRITES);
    assertThat(typesFrom(events, "/risk-service")).containsExactlyElementsOf(RISK_WRITES);
    assertThat(typesFrom(events, "/allocation-service"))
        .containsExactlyElementsOf(ALLOCATION_WRITES);
    assertThat(typesFrom(events, "/escalation-service")).as("all was in time").isEmpty();

    var next = new HashMap<String, Long>();
    var recorded = new HashMap<String, Instant>();
    for (JsonNode event : events) {
      var stream = event.path("source").asText() + " " + event.path("subject").asText();
      assertThat(event.path("streamsequence").asLong())
          .as(stream)
          .isEqualTo(next.merge(stream, 1L, Long::sum) - 1);
      var at = Instant.parse(event.path("recordedtime").asText());
      var predecessors =
          Stream.of(stream, event.path("causationid").asText())
              .map(recorded::get)
              .filter(Objects::nonNull);
      assertThat(predecessors)
          .as("recorded before " + event)
          .allSatisfy(earlier -> assertThat(earlier).isBefore(at));
      recorded.put(stream, at);
      recorded.put(event.path("id").asText(), at);
    }
  }

  private static List<String> typesFrom(List<JsonNode> events, String source) {
    return events.stream()
        .filter(event -> event.path("source").asText().equals(source))
        .map(event -> event.path("type").asText())
        .toList();
  }

  private String asAt(Instant moment) {
    return "/custody/" + referral + "?asAt=" + moment;
  }
}
