package baton.escalation.sweep.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.Outcome;
import baton.custody.Custody;
import baton.escalation.fixtures.Story;
import baton.escalation.sweep.model.Difference.Kind;
import baton.replay.model.Entry;
import baton.replay.model.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Instant T = Instant.parse("2026-01-01T08:00:00Z");

  private final Story story = new Story().receivedAndOpened(T).triaged(Grade.LOW, T.plusSeconds(9));
  private final Custody told = story.custody();

  @Test
  void the_same_state_is_no_difference() {
    assertThat(compare(told)).isEmpty();
  }

  @Test
  void a_hole_in_the_board_is_a_missing_row() {
    assertThat(Comparison.of(story.referral(), null, log()))
        .map(Difference::kind)
        .contains(Kind.ROW_MISSING);
  }

  @Test
  void a_referral_that_the_log_does_not_know_is_a_row_too_many() {
    assertThat(Comparison.of(story.referral(), new BoardState(told, List.of()), Entry.NONE))
        .map(Difference::kind)
        .contains(Kind.ROW_TOO_MANY);
  }

  @Test
  void an_event_that_never_reached_the_board_is_told_from_a_wrong_row() {
    assertThat(compare(story.custody(T.plusSeconds(8))))
        .hasValueSatisfying(each -> assertThat(each.kind()).isEqualTo(Kind.EVENT_NOT_APPLIED))
        .hasValueSatisfying(each -> assertThat(each.board()).contains("1 of /risk-service"))
        .hasValueSatisfying(each -> assertThat(each.log()).contains("2 of /risk-service"));
  }

  @Test
  void a_row_that_read_the_same_events_and_says_otherwise_is_wrong() {
    var other =
        new Story(story.referral()).receivedAndOpened(T).triaged(Grade.HIGH, T.plusSeconds(9));

    assertThat(compare(other.custody())).map(Difference::kind).contains(Kind.ROW_WRONG);
  }

  @Test
  void a_row_whose_columns_contradict_its_state_is_wrong() {
    var row = new BoardState(told, List.of("custodian_person"));

    assertThat(Comparison.of(story.referral(), row, log()))
        .hasValueSatisfying(each -> assertThat(each.kind()).isEqualTo(Kind.ROW_WRONG))
        .hasValueSatisfying(each -> assertThat(each.board()).contains("custodian_person"));
  }

  @Test
  void a_row_that_cannot_be_read_is_wrong() {
    assertThat(compare(null)).map(Difference::kind).contains(Kind.ROW_WRONG);
  }

  @Test
  void of_what_is_concluded_the_summary_is_compared() {
    Custody ended = concluded(Outcome.CHARGED);
    var log = new Entry(null, Summary.of(ended));

    assertThat(Comparison.bySummary(log)).isTrue();
    assertThat(Comparison.bySummary(log())).isFalse();
    assertThat(Comparison.bySummary(Entry.NONE)).isFalse();
    assertThat(Comparison.of(story.referral(), row(ended), log)).isEmpty();
    assertThat(Comparison.of(story.referral(), row(told), log))
        .map(Difference::kind)
        .contains(Kind.EVENT_NOT_APPLIED);
    assertThat(Comparison.of(story.referral(), row(concluded(Outcome.ARRESTED)), log))
        .map(Difference::kind)
        .contains(Kind.ROW_WRONG);
  }

  private Custody concluded(Outcome outcome) {
    var by = new PersonId("p-1");
    return new Story(story.referral())
        .receivedAndOpened(T)
        .tells(
            Story.ALLOCATION,
            new CaseConcluded(story.referral(), outcome, by, by),
            T.plusSeconds(20))
        .custody();
  }

  private Optional<Difference> compare(Custody board) {
    return Comparison.of(story.referral(), row(board), log());
  }

  private static BoardState row(Custody custody) {
    return new BoardState(custody, List.of());
  }

  private Entry log() {
    return new Entry(told, Summary.NONE);
  }
}
