package baton.platform.quota;

import static org.assertj.core.api.Assertions.assertThat;

import baton.platform.quota.Allowances.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final List<Integer> asked = new ArrayList<>();
  private int allowance = 1_000;

  private Lease lease(int perSecond, int atOnce) {
    return new Lease(new Limit(perSecond, atOnce), this::grant);
  }

  private Taken grant(int wanted) {
    asked.add(wanted);
    int granted = Math.min(wanted, allowance);
    allowance -= granted;
    return new Taken(granted, allowance);
  }

  @Test
  void it_asks_once_for_many_calls() {
    var lease = lease(100, 200);
    for (int n = 0; n < 50; n++) assertThat(lease.take(1)).isZero();
    assertThat(asked).containsExactly(50);
  }

  @Test
  void when_nothing_is_left_it_says_how_long_to_wait_and_takes_nothing() {
    allowance = 0;
    var lease = lease(10, 20);
    assertThat(lease.take(5)).isEqualTo(Duration.ofMillis(500));
    allowance = 5;
    assertThat(lease.take(5)).isZero();
  }

  @Test
  void what_costs_more_than_may_come_at_once_costs_that() {
    var lease = lease(10, 20);
    assertThat(lease.take(500)).isZero();
    assertThat(asked).containsExactly(20);
  }
}
