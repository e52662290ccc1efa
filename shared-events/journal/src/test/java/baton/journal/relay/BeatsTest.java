package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeatsTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  private final Beats beats = new Beats(Duration.ofSeconds(5));

  @Test
  void the_first_is_due_at_once_and_then_one_every_five_seconds() {
    assertThat(beats.due(0, NINE)).isTrue();
    beats.sent(0, NINE);
    assertThat(beats.due(4 * SECOND, NINE)).isFalse();
    assertThat(beats.due(5 * SECOND, NINE)).isTrue();
  }

  @Test
  void a_stepped_clock_is_told_of_as_soon_as_the_watermark_has_followed() {
    beats.sent(0, NINE);
    beats.want(TEN);
    assertThat(beats.due(SECOND, NINE)).isFalse();
    assertThat(beats.due(SECOND, TEN)).isTrue();
    beats.sent(SECOND, TEN);
    assertThat(beats.due(2 * SECOND, TEN)).isFalse();
  }

  @Test
  void an_ordinary_heartbeat_does_not_forget_the_step() {
    beats.sent(0, NINE);
    beats.want(TEN);
    beats.sent(5 * SECOND, NINE);
    assertThat(beats.due(6 * SECOND, TEN)).isTrue();
  }

  @Test
  void a_new_watermark_is_looked_for_whenever_a_heartbeat_is_due() {
    assertThat(beats.sampleDue(0, NINE)).isTrue();
    beats.sent(0, NINE);
    assertThat(beats.sampleDue(4 * SECOND, NINE)).isFalse();
    assertThat(beats.sampleDue(5 * SECOND, NINE)).isTrue();
  }

  @Test
  void and_at_once_when_the_clock_was_stepped() {
    beats.sent(0, NINE);
    beats.want(TEN);
    assertThat(beats.sampleDue(1, NINE)).isTrue();
  }

  @Test
  void a_new_owner_says_at_once_that_it_is_there() {
    beats.sent(0, NINE);
    beats.restart();
    assertThat(beats.due(SECOND, NINE)).isTrue();
  }
}
