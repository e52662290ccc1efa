package baton.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15));

  @Test
  void each_wait_is_twice_as_long_up_to_a_bound() {
    assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.after(500)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void chance_shortens_it_to_half_at_most() {
    assertThat(backoff.after(3, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.after(3, 0.5)).isEqualTo(Duration.ofSeconds(6));
    assertThat(backoff.after(3, 1)).isEqualTo(Duration.ofSeconds(4));
  }
}
