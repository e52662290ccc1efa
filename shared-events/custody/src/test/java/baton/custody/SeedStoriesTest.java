package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.FindingKind.CLOCK_EXPIRED;
import static baton.contract.escalation.FindingKind.DORMANT;
import static baton.contract.escalation.FindingKind.HAND_OFF_OVERDUE;
import static baton.contract.escalation.FindingKind.WITHOUT_PERSON;
import static baton.custody.Story.ASSESSOR;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.KENT_OFFICER;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.allocation.ActionKind;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The failures that Baton is for, where the events alone decide (domain reference 2.4). */
class SeedStoriesTest {
  /** One force timed every grade but low. */
  @Test
  void low_is_timed_like_every_other_grade() {
    var story = withOfficer().graded(Grade.LOW).after(ofDays(30));
    assertThat(of(story, ENFORCEMENT_ACTION)).isEmpty();
    assertThat(said(story.after(ofDays(1)), ENFORCEMENT_ACTION))
        .isEqualTo(
            "No enforcement action on referral SPADE-0001 since it was first sent to a force at"
                + " 21 Nov 2026 19:09; p-1002 of Kent (46) has it; it was due by 21 Dec 2026 19:09,"
                + " 1 d ago; a warrant executed, an arrest or a voluntary attendance resolves it.");
  }

  /** A suspect with a child of seven: nine months on there was a supervisor and no investigator. */
  @Test
  void a_supervisor_who_reviews_every_28_days_and_does_nothing_else_hides_nothing() {
    var story = withOfficer().graded(Grade.LOW);
    for (int review = 1; review <= 10; review++) {
      story.after(ofDays(27)).reviewed(story.now().plus(ofDays(28)));
      assertThat(of(story, SUPERVISOR_REVIEW)).isEmpty();
    }
    assertThat(of(story, ENFORCEMENT_ACTION))
        .extracting(Finding::kind, Finding::due)
        .containsExactly(tuple(CLOCK_EXPIRED, ofDays(30)));
    assertThat(of(story, ClockName.DORMANT))
        .extracting(Finding::kind, Finding::due)
        .containsExactly(tuple(DORMANT, ofDays(30)));
    assertThat(said(story, ClockName.DORMANT))
        .startsWith(
            "Nobody has worked on referral SPADE-0001 since 21 Nov 2026 19:09; p-1002 of Kent (46)"
                + " has it; it was due by 21 Dec 2026 19:09, 240 d ago;");
  }

  /** One force had more than a hundred active cases that nobody had followed up for a year. */
  @Test
  void a_hundred_cases_untouched_for_a_year_all_light_up() {
    List<Supplier<Story>> asTheyLay =
        List.of(
            SeedStoriesTest::withOfficer,
            () -> withOfficer().graded(Grade.LOW),
            Story::acceptedByKent,
            () -> withOfficer().acted(ActionKind.ARREST, RECEIVED),
            () -> Story.acceptedByKent().reverted(KENT, null, "duty-inspector"));
    var cases =
        IntStream.range(0, 100).mapToObj(i -> asTheyLay.get(i % 5).get().after(ofDays(365)));
    assertThat(cases.filter(each -> !of(each, ClockName.DORMANT).isEmpty())).hasSize(100);
  }

  /** Operation Spade: 2,345 names, unopened for fifteen months. */
  @Test
  void a_package_that_nobody_opens_is_found_after_four_hours_record_by_record() {
    var batch =
        Stream.generate(() -> new Story().received(false, true, true)).limit(2_345).toList();
    batch.forEach(each -> each.after(ofHours(4)));
    assertThat(batch).noneMatch(each -> kinds(each).contains(WITHOUT_PERSON));
    batch.forEach(each -> each.after(ofMinutes(1)));
    assertThat(batch)
        .allMatch(each -> kinds(each).containsAll(List.of(WITHOUT_PERSON, HAND_OFF_OVERDUE)));
    assertThat(said(batch.getLast(), ASSESSOR_NAMED))
        .contains("the referrals desk of the NCA has it", "1 min ago");
  }

  /** North Yorkshire: 25 names were sent to the force, and nothing happened for ten months. */
  @Test
  void a_force_that_never_logs_in_does_not_have_it_and_time_runs_all_the_same() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    story.after(ofHours(4).plusMinutes(1));
    assertThat(said(story, FORCE_ACCEPTS))
        .isEqualTo(
            "Kent (46) has not accepted referral SPADE-0001 since 21 Nov 2026 19:09; p-7 of the NCA"
                + " has it; it was due by 23:09, 1 min ago; an acceptance or a decline by Kent (46)"
                + " resolves it.");
    story.after(ofDays(300));
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.custody().offers().waiting()).hasSize(1);
    assertThat(clocks(story))
        .contains(FORCE_ACCEPTS, ENFORCEMENT_ACTION, ClockName.DORMANT, SUPERVISOR_REVIEW);
  }

  /** Mr A: the inspector who had been sent it retired, and nobody had it. */
  @Test
  void an_inspector_who_retires_leaves_nothing_behind_that_nobody_has() {
    var story = withOfficer().after(ofDays(2)).reverted(KENT, KENT_INSPECTOR, null);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    story.after(ofHours(25));
    assertThat(said(story, ClockName.NAMED_OFFICER_ACCEPTS))
        .startsWith("No officer has accepted or been offered referral SPADE-0001")
        .contains("p-1001 of Kent (46) has it");
  }

  /** Mr A: mailed to two inspectors at once, so that each thought the other had it. */
  @Test
  void two_who_are_sent_it_do_not_have_it_until_one_accepts() {
    var story = Story.acceptedByKent().allocated(1).allocated(2).after(ofDays(2));
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    assertThat(story.custody().offers().waiting()).hasSize(1);
    assertThat(of(story, ClockName.NAMED_OFFICER_ACCEPTS)).hasSize(1);
    story.acceptedByOfficer(2);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_OFFICER);
  }

  private static Story withOfficer() {
    return Story.acceptedByKent().allocated(1).acceptedByOfficer(1);
  }

  private static Tuple tuple(FindingKind kind, Duration afterReceipt) {
    return Tuple.tuple(kind, RECEIVED.plus(afterReceipt));
  }

  private static List<Finding> found(Story story) {
    return Findings.of(story.custody(), story.now());
  }

  private static List<Finding> of(Story story, ClockName clock) {
    return found(story).stream()
        .filter(f -> f.clock() == clock && f.kind() != WITHOUT_PERSON)
        .toList();
  }

  private static List<FindingKind> kinds(Story story) {
    return found(story).stream().map(Finding::kind).toList();
  }

  private static List<ClockName> clocks(Story story) {
    return found(story).stream().map(Finding::clock).toList();
  }

  private static String said(Story story, ClockName clock) {
    return Sentences.of(story.custody(), of(story, clock).getFirst(), story.now());
  }
}
