package baton.custody;

import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_120_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_14_DAYS;
import static baton.contract.escalation.ClockName.CONTENT_LAPSES_IN_60_DAYS;
import static baton.custody.Clock.State.EXPIRED;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider keeps what it reported for a year (R17). */
class ContentTest {
  @Test
  void the_warnings_are_measured_from_the_providers_own_report() {
    var story = reported(ofDays(10));
    Instant reported = RECEIVED.minus(ofDays(10));
    assertThat(story.clock(CONTENT_LAPSES_IN_120_DAYS).due()).isEqualTo(reported.plus(ofDays(245)));
    assertThat(story.clock(CONTENT_LAPSES_IN_60_DAYS).due()).isEqualTo(reported.plus(ofDays(305)));
    assertThat(story.clock(CONTENT_LAPSES_IN_14_DAYS).due()).isEqualTo(reported.plus(ofDays(351)));
    assertThat(story.clock(CONTENT_LAPSES_IN_14_DAYS).started()).isEqualTo(reported);
  }

  @Test
  void a_warning_that_has_passed_at_receipt_is_due_at_once() {
    var story = reported(ofDays(250));
    assertThat(story.clock(CONTENT_LAPSES_IN_120_DAYS).at(story.now())).isEqualTo(EXPIRED);
  }

  @Test
  void a_warning_that_the_next_or_the_end_has_overtaken_is_not_given() {
    assertThat(warnings(reported(ofDays(306))))
        .containsExactly(CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS);
    assertThat(warnings(reported(ofDays(352)))).containsExactly(CONTENT_LAPSES_IN_14_DAYS);
    assertThat(warnings(reported(ofDays(365)))).isEmpty();
    assertThat(warnings(reported(ofDays(-1)))).isEmpty();
    assertThat(warnings(Story.ordinary())).isEmpty();
  }

  @Test
  void content_that_was_obtained_lapses_no_more_also_when_the_case_is_opened_again() {
    var story = reported(ofDays(10)).contentSecured(null);
    assertThat(warnings(story)).isEmpty();
    assertThat(story.clock(CONTENT_LAPSES_IN_14_DAYS).metBy()).isEqualTo(story.lastId());
    assertThat(warnings(story.concluded().reopened(KENT, KENT_INSPECTOR, null))).isEmpty();
  }

  @Test
  void content_that_is_kept_for_longer_lapses_then() {
    var story = reported(ofDays(10)).contentSecured(RECEIVED.plus(ofDays(500)));
    assertThat(story.due(CONTENT_LAPSES_IN_120_DAYS)).isEqualTo(ofDays(380));
    assertThat(story.due(CONTENT_LAPSES_IN_14_DAYS)).isEqualTo(ofDays(486));
  }

  @Test
  void a_conclusion_stops_the_warnings_and_opening_it_again_starts_what_is_still_to_come() {
    var story = reported(ofDays(10)).concluded().after(ofDays(300));
    assertThat(warnings(story)).isEmpty();
    story.reopened(KENT, KENT_INSPECTOR, null);
    assertThat(warnings(story))
        .containsExactly(CONTENT_LAPSES_IN_60_DAYS, CONTENT_LAPSES_IN_14_DAYS);
  }

  private static Story reported(Duration beforeReceipt) {
    return new Story().received(false, true, true, RECEIVED.minus(beforeReceipt));
  }

  private static List<ClockName> warnings(Story story) {
    return story.running().stream().filter(c -> c.name().startsWith("CONTENT_LAPSES")).toList();
  }
}
