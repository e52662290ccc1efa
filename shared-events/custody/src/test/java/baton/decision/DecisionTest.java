package baton.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.contract.risk.AssessmentOpened;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final ReferralId REFERRAL = ReferralId.of("0199aa00-0000-7000-8000-000000000001");

  @Test
  void what_is_accepted_is_recorded_in_the_order_given() {
    var opened = new AssessmentOpened(REFERRAL);
    assertThat(Decision.accept(opened, opened))
        .isEqualTo(new Decision.Accepted(List.of(opened, opened)));
  }

  @Test
  void accepting_nothing_is_a_mistake_for_it_would_look_like_a_change() {
    assertThatThrownBy(Decision::accept).hasMessageContaining("NothingToDo");
  }

  @Test
  void a_refusal_says_what_kind_it_is() {
    assertThat(Refusal.notReadYet("not-read-yet", "try again").kind())
        .isEqualTo(Refusal.Kind.NOT_READ_YET);
  }
}
