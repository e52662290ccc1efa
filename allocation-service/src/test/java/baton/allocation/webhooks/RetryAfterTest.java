package baton.allocation.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T19:09:00Z");

  @Test
  void it_is_seconds_or_a_date() {
    assertThat(RetryAfter.of("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.of(" 0 ", NOW)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.of("Sat, 21 Nov 2026 19:10:00 GMT", NOW))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void what_cannot_be_understood_asks_for_nothing() {
    for (String text :
        new String[] {
          "", "soon", "-5", "1.5", "99999999999999999999", "Sat, 21 Nov 2026 19:08:00 GMT"
        }) assertThat(RetryAfter.of(text, NOW)).as(text).isNull();
    assertThat(RetryAfter.of(null, NOW)).isNull();
  }
}
