package baton.journal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamOrderTest {
  private static final StreamPosition AT_THREE =
      new StreamPosition(null, 3, "third", Instant.EPOCH);

  @Test
  void a_stream_begins_at_zero() {
    assertThat(StreamOrder.of(null, 0, "first")).isEqualTo(StreamOrder.APPLY);
    assertThat(StreamOrder.of(null, 1, "second")).isEqualTo(StreamOrder.WAIT);
  }

  @Test
  void the_next_one_is_applied() {
    assertThat(StreamOrder.of(AT_THREE, 4, "fourth")).isEqualTo(StreamOrder.APPLY);
  }

  @Test
  void what_was_applied_is_a_repeat() {
    assertThat(StreamOrder.of(AT_THREE, 3, "third")).isEqualTo(StreamOrder.REPEAT);
    assertThat(StreamOrder.of(AT_THREE, 1, "any")).isEqualTo(StreamOrder.REPEAT);
  }

  @Test
  void another_event_in_a_taken_place_diverges() {
    assertThat(StreamOrder.of(AT_THREE, 3, "impostor")).isEqualTo(StreamOrder.DIVERGED);
  }

  @Test
  void a_gap_waits() {
    assertThat(StreamOrder.of(AT_THREE, 5, "fifth")).isEqualTo(StreamOrder.WAIT);
  }
}
