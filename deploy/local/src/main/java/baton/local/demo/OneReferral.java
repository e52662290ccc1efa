package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Act three: one low-graded referral, hand by hand. After each step Baton is asked who has it. */
final class OneReferral {
  private static final String KENT = "46";

  private final Stage stage;
  private final Staff staff;

  OneReferral(Stage stage) {
    this.stage = stage;
    this.staff = stage.staff();
  }

  void play() throws TimeoutException {
    String assessor = Staff.worker(Staff.NCA, 3);
    String officer = Staff.worker(KENT, 4);
    String referral =
        staff.send(
            "ncmec", new Synthetic(3).referral("HAND-BY-HAND", KENT, "2012-06-01T10:15:00Z"));
    whoHasIt(referral, "received");
    staff.offerToAssessor(referral, assessor);
    whoHasIt(referral, "offered to an assessor");
    staff.assessorAccepts(referral, assessor);
    whoHasIt(referral, "the assessor accepts");
    staff.triage(referral, assessor, "LOW");
    staff.grade(referral, assessor, "LOW");
    whoHasIt(referral, "triaged and graded low");
    int sent = staff.disseminate(referral, KENT);
    whoHasIt(referral, "disseminated to Kent");
    staff.forceAccepts(referral, KENT, sent);
    whoHasIt(referral, "Kent accepts");
    int offered = staff.allocate(referral, KENT, officer);
    whoHasIt(referral, "offered to an officer");
    staff.officerAccepts(referral, KENT, officer, offered);
    whoHasIt(referral, "the officer accepts");
    stage.time().advance(Duration.ofDays(31));
    whoHasIt(referral, "31 days later, nothing done");
    staff.acts(referral, KENT, officer, "VOLUNTARY_ATTENDANCE", stage.time().now().toString());
    whoHasIt(referral, "action recorded");
    staff.concludes(referral, KENT, officer, "NO_FURTHER_ACTION");
    whoHasIt(referral, "outcome confirmed by a second person");
  }

  private void whoHasIt(String referral, String step) throws TimeoutException {
    stage.time().settle();
    JsonNode custody =
        stage.client().get(ESCALATION, Staff.auditor(), "/custody/" + referral).orFail();
    JsonNode who = custody.path("custodian");
    String holder =
        who.isObject()
            ? who.path("organisation").asText()
                + ", "
                + (who.path("person").isTextual()
                    ? who.path("person").asText()
                    : who.path("post").asText())
            : "nobody needs to";
    stage.say("  %-38s %-16s has it: %s", step, custody.path("stage").asText(), holder);
    for (JsonNode finding : custody.path("findings"))
      stage.say("      \"%s\"", finding.path("sentence").asText());
  }
}
