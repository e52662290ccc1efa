package baton.escalation.sweep.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.fixtures.Story;
import baton.escalation.sweep.model.Difference.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    assertThat(Comparison.of(Map.of(), Map.of(story.referral(), told), Set.of()))
        .extracting(Difference::kind)
        .containsExactly(Kind.ROW_MISSING);
  }

  @Test
  void a_referral_that_the_log_does_not_know_is_a_row_too_many() {
    assertThat(
            Comparison.of(
                Map.of(story.referral(), new BoardState(told, List.of())), Map.of(), Set.of()))
        .extracting(Difference::kind)
        .containsExactly(Kind.ROW_TOO_MANY);
  }

  @Test
  void an_event_that_never_reached_the_board_is_told_from_a_wrong_row() {
    assertThat(compare(story.custody(T.plusSeconds(8))))
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(Kind.EVENT_NOT_APPLIED))
        .satisfies(each -> assertThat(each.board()).contains("1 of /risk-service"))
        .satisfies(each -> assertThat(each.log()).contains("2 of /risk-service"));
  }

  @Test
  void a_row_that_read_the_same_events_and_says_otherwise_is_wrong() {
    var other =
        new Story(story.referral()).receivedAndOpened(T).triaged(Grade.HIGH, T.plusSeconds(9));

    assertThat(compare(other.custody()))
        .extracting(Difference::kind)
        .containsExactly(Kind.ROW_WRONG);
  }

  @Test
  void a_row_whose_columns_contradict_its_state_is_wrong() {
    var row = new BoardState(told, List.of("custodian_person"));

    assertThat(Comparison.of(Map.of(story.referral(), row), log(), Set.of()))
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(Kind.ROW_WRONG))
        .satisfies(each -> assertThat(each.board()).contains("custodian_person"));
  }

  @Test
  void a_row_that_cannot_be_read_is_wrong() {
    assertThat(compare(null)).extracting(Difference::kind).containsExactly(Kind.ROW_WRONG);
  }

  @Test
  void what_waits_because_it_could_not_be_applied_is_not_compared() {
    assertThat(Comparison.of(Map.of(), log(), Set.of(story.referral()))).isEmpty();
  }

  private List<Difference> compare(Custody board) {
    return Comparison.of(
        Map.of(story.referral(), new BoardState(board, List.of())), log(), Set.of());
  }

  private Map<ReferralId, Custody> log() {
    return Map.of(story.referral(), told);
  }
}
