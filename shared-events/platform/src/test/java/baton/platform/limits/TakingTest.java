package baton.platform.limits;

import static baton.platform.limits.Taking.LEAST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakingTest {
  private static final long PATIENCE = 60;
  private final Taking taking = new Taking(PATIENCE, 0);

  @Test
  void who_takes_nothing_is_slow_once_its_time_is_over() {
    assertThat(taking.isSlow(0, 100, PATIENCE - 1)).isFalse();
    assertThat(taking.isSlow(0, 100, PATIENCE)).isTrue();
  }

  @Test
  void a_byte_now_and_then_is_not_enough() {
    for (int now = 1; now < PATIENCE; now++)
      assertThat(taking.isSlow(now * 100L, 1_000_000, now)).isFalse();
    assertThat(taking.isSlow(PATIENCE * 100, 1_000_000, PATIENCE)).isTrue();
  }

  @Test
  void who_takes_enough_again_and_again_has_time_without_end() {
    for (int round = 1; round < 100; round++)
      assertThat(taking.isSlow((long) round * LEAST, 1_000_000, round * (PATIENCE - 1))).isFalse();
  }

  @Test
  void who_waits_for_the_server_is_not_slow() {
    assertThat(taking.isSlow(5, 0, 10 * PATIENCE)).isFalse();
    assertThat(taking.isSlow(5, 1, 10 * PATIENCE + 1)).isFalse();
  }
}
