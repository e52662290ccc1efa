package baton.journal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
  private final BatchSize size = new BatchSize(500);

  @Test
  void what_takes_too_long_is_halved_down_to_one() {
    size.failed(500, Duration.ofSeconds(30));
    assertThat(size.now()).isEqualTo(250);
    for (int i = 0; i < 20; i++) size.failed(size.now(), Duration.ofSeconds(30));
    assertThat(size.now()).isEqualTo(1);
  }

  @Test
  void what_fails_quickly_stays_whole() {
    size.failed(500, Duration.ofSeconds(1));
    assertThat(size.now()).isEqualTo(500);
  }

  @Test
  void it_grows_back_slowly() {
    size.failed(4, Duration.ofSeconds(30));
    size.committed();
    assertThat(size.now()).isEqualTo(3);
    for (int i = 0; i < 100; i++) size.committed();
    assertThat(size.now()).isEqualTo(500);
  }
}
