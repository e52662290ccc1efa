package baton.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.platform.StoreRefuses;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class CommandTriesTest {
  private final CommandTries tries = new CommandTries();

  @Test
  void what_a_command_fails_at_by_itself_is_tried_five_times() {
    for (int failed = 0; failed < 5; failed++) {
      assertThat(tries.areOver()).isFalse();
      tries.failed(new IllegalStateException("its own"));
    }
    assertThat(tries.areOver()).isTrue();
  }

  @Test
  void an_outage_uses_up_no_try_however_long_it_lasts() {
    Stream.of(
            new IllegalStateException(new SQLException("shut down", "57P01")),
            new IllegalStateException(new SQLException("no connection in time")),
            new ConcurrencyException("another one was first"),
            new IllegalStateException(StoreRefuses.untilCompared()),
            StoreRefuses.untilRecovered("The store is older than the log."))
        .forEach(
            outage -> {
              for (int failed = 0; failed < 100; failed++) tries.failed(outage);
              assertThat(tries.areOver()).as(outage.toString()).isFalse();
            });
  }

  @Test
  void what_could_not_even_be_answered_is_tried_anew() {
    for (int failed = 0; failed < 5; failed++) tries.failed(new StackOverflowError());
    tries.failed(new IllegalStateException("nor answered"));
    assertThat(tries.areOver()).isFalse();
  }
}
