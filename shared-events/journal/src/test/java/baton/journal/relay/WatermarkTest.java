package baton.journal.relay;

import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final long NOTHING_HELD = Long.MAX_VALUE;
  private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  private final Watermark watermark = new Watermark();

  @Test
  void comes_true_when_all_that_began_before_it_are_finished() {
    watermark.sample(NINE, 100);
    assertThat(watermark.reached()).isEqualTo(EPOCH);
    watermark.published(100, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(NINE);
    assertThat(watermark.isPending()).isFalse();
  }

  @Test
  void a_running_transaction_may_have_read_the_clock_before() {
    watermark.sample(NINE, 100);
    watermark.published(99, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(EPOCH);
    assertThat(watermark.isPending()).isTrue();
  }

  @Test
  void it_does_not_pass_a_held_event() {
    watermark.sample(NINE, 100);
    watermark.published(120, 97);
    assertThat(watermark.reached()).isEqualTo(EPOCH);
    watermark.published(120, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(NINE);
  }

  @Test
  void an_event_held_since_the_sample_does_not_matter() {
    watermark.sample(NINE, 100);
    watermark.published(118, 101);
    assertThat(watermark.reached()).isEqualTo(NINE);
  }

  @Test
  void it_never_goes_back() {
    watermark.sample(TEN, 100);
    watermark.published(101, NOTHING_HELD);
    watermark.sample(NINE, 102);
    watermark.published(103, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(TEN);
  }
}
