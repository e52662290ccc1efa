package baton.platform.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.platform.StoreRefuses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreGuardTest {
  private final StoreGuard guard = new StoreGuard(Duration.ofMillis(1));

  @Test
  void nothing_is_stored_before_somebody_has_looked_however_long_that_takes() {
    assertThatThrownBy(this::append)
        .isInstanceOfSatisfying(
            StoreRefuses.class, e -> assertThat(e.next()).contains("in a moment"));
    assertThat(guard.refusal()).isEmpty();
  }

  @Test
  void what_was_found_stands_until_it_is_mended() {
    guard.refuse("Log and store tell two stories");

    assertThatThrownBy(this::append).hasMessage("Log and store tell two stories");

    guard.open();
    append();
  }

  private void append() {
    guard.appended(List.of(), null);
  }
}
