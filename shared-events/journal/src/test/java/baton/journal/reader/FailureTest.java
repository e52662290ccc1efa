package baton.journal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.UnreadableEvent;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.InterruptException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08003", "40001", "40P01", "53300", "53100", "55P03", "57014", "57P01", "25P03",
        "25P04", "58030", "XX000"
      })
  void the_database_s_own_troubles_pass(String state) {
    assertThat(Failure.passes(new IllegalStateException(new SQLException("any", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23502", "22021", "22P02", "25P02", "42P01", "P0001"})
  void what_a_statement_said_about_its_values_does_not(String state) {
    assertThat(Failure.passes(new SQLException("any", state))).isFalse();
  }

  @Test
  void what_never_reached_the_database_passes() {
    assertThat(Failure.passes(new SQLException("no connection in time"))).isTrue();
  }

  @Test
  void another_writer_passes() {
    assertThat(Failure.passes(new ConcurrencyException("first"))).isTrue();
    assertThat(Failure.passes(new DeadlockException("locks"))).isTrue();
    assertThat(Failure.passes(new RuntimeException(new ConnectException("refused")))).isTrue();
  }

  @Test
  void a_defect_does_not_pass() {
    assertThat(Failure.passes(new AggregateNotFoundException("r-1", "none"))).isFalse();
    assertThat(Failure.passes(new NullPointerException())).isFalse();
    assertThat(Failure.passes(new UnreadableEvent("no json"))).isFalse();
  }

  @Test
  void an_interrupt_is_neither() {
    assertThat(Failure.interrupts(new InterruptException(new InterruptedException()))).isTrue();
    assertThat(Failure.interrupts(new IllegalStateException(new InterruptedException()))).isTrue();
    assertThat(Failure.interrupts(new IllegalStateException())).isFalse();
  }

  @Test
  void the_line_names_the_place_and_never_the_message() {
    var failure =
        new CommandExecutionException(
            "Zebediah Quill is not 12", new SQLException("value (Zebediah Quill)", "23514"));

    assertThat(Failure.line(failure))
        .startsWith("CommandExecutionException < SQLException 23514 at baton.journal.reader")
        .contains("FailureTest")
        .doesNotContain("Quill");
  }
}
