package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Referrals that are brought to exactly where a real one was left lying, and then left lying. Each
 * has a clock that somebody should have looked at; what Baton says about it, and when, is read from
 * the running services. Source: domain reference 2.4.
 */
final class RealDelays {
  private static final String AGENCY = "ncmec";
  private static final String ASSESSOR = Staff.worker(Staff.NCA, 9);

  private final Stage stage;
  private final Staff staff;
  private final Synthetic synthetic = new Synthetic(2_023);
  private final List<Left> left = new ArrayList<>();

  /** A referral that was left, since when, and the clock that the story is about. */
  private record Left(
      String story, String realDelay, String referral, Instant since, String clock) {}

  RealDelays(Stage stage) {
    this.stage = stage;
    this.staff = stage.staff();
  }

  /** Force codes that the stories happen in: their rosters are needed. */
  static List<String> forces() {
    return List.of("12", "42", "44", "46", "47", "52");
  }

  void leaveThemLying() {
    String northYorkshire = triaged("STORY-1", "12", "HIGH");
    staff.disseminate(northYorkshire, "12");
    leave(
        "North Yorkshire, 25 names: sent to the force, nothing done",
        "10 months",
        northYorkshire,
        "FORCE_ACCEPTS");

    String mrA = accepted("STORY-2", "44", "LOW");
    staff.allocate(mrA, "44", Staff.worker("44", 0));
    leave(
        "Mr A: e-mailed to two inspectors as \"low\"; one retired, nobody had it",
        "over a year",
        mrA,
        "NAMED_OFFICER_ACCEPTS");

    String seventeen = withOfficer("STORY-3", "46", "LOW");
    staff.grade(seventeen, ASSESSOR, "LOW");
    leave(
        "A 17-year-old with younger siblings, graded low wrongly",
        "18 months",
        seventeen,
        "ENFORCEMENT_ACTION");

    String sevenYearOld = accepted("STORY-4", "47", "MEDIUM");
    leave(
        "A suspect living with a 7-year-old: time until anyone graded it",
        "4 months",
        sevenYearOld,
        "GRADE");
    leave(
        "The same: with a supervisor, no investigator named",
        "9 months",
        sevenYearOld,
        "NAMED_OFFICER_ACCEPTS");

    String sister = withOfficer("STORY-5", "52", "VERY_HIGH");
    staff.grade(sister, ASSESSOR, "VERY_HIGH");
    leave(
        "Very high risk, a 15-year-old sister at home: time to arrest",
        "11 weeks",
        sister,
        "ENFORCEMENT_ACTION");
  }

  /** Reads what was found, once business time is past the last of the clocks. */
  List<Delay> firstAlarms() {
    return left.stream().map(this::firstAlarm).toList();
  }

  private Delay firstAlarm(Left one) {
    JsonNode custody =
        stage.client().get(ESCALATION, Staff.auditor(), "/custody/" + one.referral()).orFail();
    for (JsonNode finding : custody.path("findings")) {
      if (finding.path("clock").asText().equals(one.clock())) {
        Instant alarm = Instant.parse(finding.path("since").asText());
        return new Delay(
            one.story(),
            one.realDelay(),
            finding.path("kind").asText() + " " + one.clock(),
            Duration.between(one.since(), alarm));
      }
    }
    throw new IllegalStateException("Baton did not notice: " + one.story() + " " + custody);
  }

  private void leave(String story, String realDelay, String referral, String clock) {
    left.add(new Left(story, realDelay, referral, stage.time().now(), clock));
  }

  private String triaged(String reference, String force, String priority) {
    String referral =
        staff.send(AGENCY, synthetic.referral(reference, force, "2012-06-01T10:15:00Z"));
    staff.offerToAssessor(referral, ASSESSOR);
    staff.assessorAccepts(referral, ASSESSOR);
    staff.triage(referral, ASSESSOR, priority);
    return referral;
  }

  private String accepted(String reference, String force, String priority) {
    String referral = triaged(reference, force, priority);
    staff.forceAccepts(referral, force, staff.disseminate(referral, force));
    return referral;
  }

  private String withOfficer(String reference, String force, String priority) {
    String referral = accepted(reference, force, priority);
    String officer = Staff.worker(force, 0);
    staff.officerAccepts(referral, force, officer, staff.allocate(referral, force, officer));
    return referral;
  }
}
