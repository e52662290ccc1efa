package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private static final String RISK = "/risk-service";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Heartbeats heartbeats = new Heartbeats();

  @Test
  void a_writer_whose_clock_is_an_hour_behind_is_not_silent() {
    heartbeats.heard(beat(NOW.minusSeconds(3600), NOW), NOW);
    assertThat(heartbeats.silent(RISK, NOW.plusSeconds(59), MINUTE)).isFalse();
    assertThat(heartbeats.silent(RISK, NOW.plusSeconds(61), MINUTE)).isTrue();
  }

  @Test
  void a_new_owner_whose_clock_is_behind_is_heard() {
    heartbeats.heard(beat(NOW, NOW), NOW);
    heartbeats.heard(beat(NOW.minusSeconds(600), NOW.plusSeconds(90)), NOW.plusSeconds(90));
    assertThat(heartbeats.silent(RISK, NOW.plusSeconds(120), MINUTE)).isFalse();
    assertThat(watermark()).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void what_is_read_again_after_a_reconnection_makes_nobody_silent() {
    heartbeats.heard(beat(NOW.minusSeconds(3600), NOW), NOW);
    heartbeats.heard(beat(NOW.minusSeconds(3601), NOW.minusSeconds(1)));
    assertThat(heartbeats.silent(RISK, NOW.plusSeconds(1), MINUTE)).isFalse();
  }

  private Instant watermark() {
    return heartbeats.of(RISK).orElseThrow().watermark();
  }

  private static Heartbeat beat(Instant at, Instant watermark) {
    return new Heartbeat(RISK, "one", at, Position.START, watermark, true);
  }
}
