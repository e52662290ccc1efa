package baton.escalation.watching.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.watching.model.Capacity.Load;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final Capacity CAPACITY = new Capacity(30, 0.5, 10);

  @Test
  void thirty_for_each_who_is_there_can_be_carried_and_one_more_cannot() {
    assertThat(CAPACITY.exceededBy(new Load(60, 2, 0, 0))).isFalse();
    assertThat(CAPACITY.exceededBy(new Load(61, 2, 0, 0))).isTrue();
  }

  @Test
  void a_team_of_nobody_is_judged_as_one_person() {
    assertThat(CAPACITY.exceededBy(new Load(30, 0, 0, 0))).isFalse();
    assertThat(CAPACITY.exceededBy(new Load(31, 0, 0, 0))).isTrue();
  }

  @Test
  void half_as_much_again_may_come_as_is_completed() {
    assertThat(CAPACITY.exceededBy(new Load(5, 2, 30, 20))).isFalse();
    assertThat(CAPACITY.exceededBy(new Load(5, 2, 31, 20))).isTrue();
  }

  @Test
  void a_few_more_say_nothing() {
    assertThat(CAPACITY.exceededBy(new Load(5, 2, 9, 0))).isFalse();
    assertThat(CAPACITY.exceededBy(new Load(5, 2, 10, 0))).isTrue();
  }
}
