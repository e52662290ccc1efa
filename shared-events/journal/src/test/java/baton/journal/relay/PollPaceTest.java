package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollPaceTest {
  private final PollPace pace = new PollPace(Duration.ofMillis(4), Duration.ofMillis(25));

  @Test
  void doubles_up_to_the_longest_and_starts_short_again() {
    assertThat(Stream.generate(pace::next).limit(5).map(Duration::toMillis))
        .containsExactly(4L, 8L, 16L, 25L, 25L);
    pace.restart();
    assertThat(pace.next()).isEqualTo(Duration.ofMillis(4));
  }
}
