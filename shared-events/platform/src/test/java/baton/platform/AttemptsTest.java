package baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "40P01"})
  void a_lost_race_is_tried_again(String state) {
    var failed = new DatabaseFailed("a row", new SQLException("", state));
    assertThat(Attempts.lostRace(new IllegalStateException(failed))).isTrue();
    assertThat(Attempts.lostRace(new ConcurrencyException("a place in the stream"))).isTrue();
  }

  @Test
  void nothing_else_is() {
    assertThat(Attempts.lostRace(new DatabaseFailed("a row", new SQLException("", "23502"))))
        .isFalse();
    assertThat(Attempts.lostRace(new IllegalStateException("a defect"))).isFalse();
    var waitedInVain = new DatabaseFailed("a row", new SQLException("no connection came free"));
    assertThat(Attempts.lostRace(waitedInVain)).as("without a state").isFalse();
  }
}
