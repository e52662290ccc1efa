package baton.escalation.replay.model;

import static baton.escalation.replay.model.Reckoning.HAPPENED;
import static baton.escalation.replay.model.Reckoning.RECORDED;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.DisseminationAccepted;
import baton.custody.Custody;
import baton.escalation.fixtures.Story;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryAsAtTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant ARREST = START.plus(Duration.ofDays(2));
  private static final Instant ENTERED = START.plus(Duration.ofDays(9));
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final PersonId OFFICER = new PersonId("p-46-1");

  private final Story story = new Story().receivedAndOpened(START);

  StoryAsAtTest() {
    story
        .tells(
            Story.ALLOCATION,
            new DisseminationAccepted(story.referral(), 1, KENT, null, OFFICER),
            START.plus(Duration.ofDays(1)))
        // Recorded between the arrest and its entry, in the stream in which that is entered.
        .tells(
            Story.ALLOCATION,
            new ActionRecorded(
                story.referral(),
                ActionKind.ENQUIRY,
                START.plus(Duration.ofDays(4)),
                OFFICER,
                null),
            START.plus(Duration.ofDays(4)))
        .tells(
            Story.ALLOCATION,
            new ActionRecorded(story.referral(), ActionKind.ARREST, ARREST, OFFICER, null),
            ENTERED);
  }

  @Test
  void by_recorded_time_it_is_the_fold_of_what_was_on_record() {
    for (Instant asAt : List.of(START, ARREST, ENTERED.minusNanos(1_000), ENTERED))
      assertThat(custody(asAt, RECORDED)).contains(story.custody(asAt));
  }

  @Test
  void what_was_entered_late_counts_by_time_of_happening_from_when_it_happened() {
    Instant day3 = START.plus(Duration.ofDays(3));

    assertThat(custody(day3, RECORDED)).get().extracting(Custody::actedAt).isNull();
    assertThat(custody(day3, HAPPENED)).get().extracting(Custody::actedAt).isEqualTo(ARREST);
    assertThat(at(day3, HAPPENED).orElseThrow().applied())
        .last()
        .extracting(Recorded::recordedTime)
        .isEqualTo(ENTERED);
    assertThat(custody(ARREST.minusNanos(1_000), HAPPENED))
        .get()
        .extracting(Custody::actedAt)
        .isNull();
  }

  @Test
  void when_all_has_happened_and_all_is_recorded_both_are_the_same() {
    assertThat(custody(ENTERED, HAPPENED)).isEqualTo(custody(ENTERED, RECORDED));
  }

  @Test
  void what_is_told_twice_counts_once_and_what_waits_does_not_count() {
    var events = new ArrayList<>(story.events());
    events.addAll(1, story.events());
    assertThat(of(events, ENTERED, HAPPENED)).isEqualTo(at(ENTERED, HAPPENED));

    var gap = new ArrayList<>(story.events());
    gap.removeIf(event -> event.event() instanceof DisseminationAccepted);
    for (Reckoning by : Reckoning.values())
      assertThat(of(gap, ENTERED, by)).get().extracting(s -> s.custody().actedAt()).isNull();
  }

  @Test
  void a_rival_for_a_place_stays_a_divergence_in_hindsight() {
    var events = new ArrayList<>(story.events());
    events.addAll(new Story(story.referral()).received(START.plusSeconds(9)).events());
    for (Reckoning by : Reckoning.values())
      assertThat(of(events, ARREST, by))
          .get()
          .extracting(s -> s.custody().reading().divergences())
          .asList()
          .hasSize(1);
  }

  @Test
  void nothing_counts_before_the_first_event() {
    story.triaged(Grade.LOW, ENTERED.plusSeconds(1));
    for (Reckoning by : Reckoning.values()) assertThat(at(START.minusNanos(1_000), by)).isEmpty();
  }

  private Optional<Custody> custody(Instant asAt, Reckoning by) {
    return at(asAt, by).map(StoryAsAt::custody);
  }

  private Optional<StoryAsAt> at(Instant asAt, Reckoning by) {
    return of(story.events(), asAt, by);
  }

  private Optional<StoryAsAt> of(
      List<Recorded<? extends BatonEvent>> events, Instant asAt, Reckoning by) {
    return StoryAsAt.of(story.referral(), events, asAt, by, Defaults.book());
  }
}
