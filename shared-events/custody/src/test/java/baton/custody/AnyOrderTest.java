package baton.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.MovesCustody;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever the order of events. Each run takes fresh seeds; a failure names its own, and
 * {@code -Dbaton.seed=N} runs that one first.
 */
class AnyOrderTest {
  private static final int STORIES = 3_000;
  private static final int EVENTS = 40;

  @Test
  void an_open_referral_that_was_received_has_one_custodian() {
    eachStep(
        (before, story) -> {
          Custody custody = story.custody();
          if (received(custody)) assertThat(custody.custodian() != null).isEqualTo(custody.open());
        });
  }

  /** Also once it was acted on, held, or is only informational: no referral is exempt (R10). */
  @Test
  void an_open_referral_that_was_received_has_a_clock_that_runs() {
    eachStep(
        (before, story) -> {
          Custody custody = story.custody();
          if (received(custody) && custody.open())
            assertThat(custody.clocks().running()).isNotEmpty();
        });
  }

  @Test
  void custody_is_moved_only_by_events_that_say_so() {
    eachStep(
        (before, story) -> {
          if (!Objects.equals(before.custodian(), story.custody().custodian()))
            assertThat(story.last().event()).isInstanceOf(MovesCustody.class);
        });
  }

  /** What was found and is found no more was removed by an event that can be named. */
  @Test
  void no_finding_vanishes_without_a_resolution() {
    eachStep(
        (before, story) -> {
          List<Finding.Cause> still = causes(story.custody(), story.now());
          for (Finding was : Findings.of(before, story.now()))
            if (!still.contains(was.cause()))
              assertThat(Findings.resolution(story.custody(), was.cause(), story.now()))
                  .as(was.toString())
                  .isPresent();
        });
  }

  @Test
  void a_concluded_referral_has_no_custodian_no_open_offer_and_no_running_clock() {
    eachStep(
        (before, story) -> {
          if (story.custody().outcome() == null) return;
          assertThat(story.custody().custodian()).isNull();
          assertThat(story.custody().offers().waiting()).isEmpty();
          assertThat(story.running()).isEmpty();
        });
  }

  @Test
  void at_most_one_clock_of_a_name_runs_and_one_offer_of_a_kind_is_open() {
    eachStep(
        (before, story) -> {
          assertThat(story.running()).doesNotHaveDuplicates();
          assertThat(story.custody().offers().waiting())
              .extracting(Offer::kind)
              .doesNotHaveDuplicates()
              .isSubsetOf(HandOff.values());
        });
  }

  @Test
  void once_a_force_has_it_only_allocations_events_move_it() {
    eachStep(
        (before, story) -> {
          boolean nca = !story.last().source().equals("/allocation-service");
          Holding holding = story.custody().holding();
          if (before.holding().beyondTheNca() && nca)
            assertThat(holding)
                .usingRecursiveComparison()
                .ignoringFields("takenUpBy")
                .isEqualTo(before.holding());
        });
  }

  @Test
  void what_ended_stays_as_it_was_and_what_expired_gets_no_more_time() {
    eachStep(
        (before, story) -> {
          for (Clock was : before.clocks().all()) {
            Clock is = story.custody().clocks().startedBy(was.name(), was.startedBy());
            if (!was.running()) assertThat(is).isEqualTo(was);
            if (was.at(story.now()) == Clock.State.EXPIRED)
              assertThat(is.due()).isBeforeOrEqualTo(was.due());
          }
        });
  }

  @Test
  void the_grade_is_never_due_after_an_action_that_is_still_owed() {
    eachStep(
        (before, story) -> {
          Clock grade = story.custody().clocks().running(ClockName.GRADE);
          Clock action = story.custody().clocks().running(ClockName.ENFORCEMENT_ACTION);
          if (grade != null && action != null)
            assertThat(grade.due()).isBeforeOrEqualTo(action.due());
        });
  }

  @Test
  void an_event_read_again_changes_nothing() {
    eachStep(
        (before, story) -> {
          Custody once = story.custody();
          assertThat(story.read(story.last()).custody()).isSameAs(once);
        });
  }

  @Test
  void nothing_new_is_found_before_the_next_due_has_passed() {
    eachStep(
        (before, story) -> {
          Custody custody = story.custody();
          Instant next = Findings.next(custody, story.now());
          if (next == null) return;
          assertThat(causes(custody, next)).isEqualTo(causes(custody, story.now()));
          assertThat(causes(custody, next.plusNanos(1)))
              .hasSizeGreaterThan(causes(custody, next).size());
        });
  }

  @Test
  void every_finding_has_a_cause_of_its_own_and_a_sentence() {
    eachStep(
        (before, story) -> {
          Instant later = story.now().plusSeconds(86_400);
          assertThat(causes(story.custody(), later)).doesNotHaveDuplicates();
          for (Finding finding : Findings.of(story.custody(), later)) {
            assertThat(Sentences.of(story.custody(), finding, later)).endsWith(".");
            assertThat(Findings.resolution(story.custody(), finding.cause(), later)).isEmpty();
          }
        });
  }

  private static boolean received(Custody custody) {
    return custody.particulars().receivedAt() != null;
  }

  private static List<Finding.Cause> causes(Custody custody, Instant now) {
    return Findings.of(custody, now).stream().map(Finding::cause).toList();
  }

  private static void eachStep(BiConsumer<Custody, Story> holds) {
    long first = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    for (long seed = first; seed != first + STORIES; seed++) {
      var random = new RandomStory(seed);
      Custody before = Custody.none(Story.REFERRAL);
      for (int i = 0; i < EVENTS; i++) {
        try {
          Story story = random.next();
          holds.accept(before, story);
          before = story.custody();
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError("event " + i + " of -Dbaton.seed=" + seed, failure);
        }
      }
    }
  }
}
