package baton.journal.relay;

import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final long NOTHING_HELD = Long.MAX_VALUE;
  private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-21T11:00:00Z");

  private final Watermark watermark = new Watermark();

  @Test
  void a_quiet_store_is_published_up_to_now() {
    watermark.observe(NINE, 100, 100, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(NINE);
  }

  @Test
  void a_running_transaction_may_have_read_the_clock_before() {
    watermark.observe(NINE, 100, 98, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(EPOCH);
  }

  @Test
  void the_first_sample_comes_true_although_there_is_always_a_running_transaction() {
    watermark.observe(NINE, 100, 98, NOTHING_HELD);
    watermark.observe(TEN, 105, 103, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(NINE);
    watermark.observe(ELEVEN, 110, 106, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(TEN);
  }

  @Test
  void it_does_not_pass_a_held_event() {
    watermark.observe(NINE, 100, 100, 97);
    assertThat(watermark.reached()).isEqualTo(EPOCH);
    watermark.observe(TEN, 120, 120, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(TEN);
  }

  @Test
  void an_event_held_since_the_sample_does_not_matter() {
    watermark.observe(NINE, 100, 99, NOTHING_HELD);
    watermark.observe(TEN, 120, 118, 101);
    assertThat(watermark.reached()).isEqualTo(NINE);
  }

  @Test
  void it_never_goes_back() {
    watermark.observe(TEN, 100, 100, NOTHING_HELD);
    watermark.observe(NINE, 101, 101, NOTHING_HELD);
    assertThat(watermark.reached()).isEqualTo(TEN);
  }
}
