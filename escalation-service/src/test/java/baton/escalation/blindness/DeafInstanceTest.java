package baton.escalation.blindness;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.platform.EscalationConfig;
import baton.horizon.Writer;
import baton.journal.relay.Heartbeats;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second instance that hears nothing, beside the running one that hears everybody. */
@QuarkusTest
@Stepped
class DeafInstanceTest {
  private static final Duration LONGER_THAN_ANY_SILENCE = Duration.ofMinutes(5);

  @Inject Heartbeats heard;
  @Inject Transactions transactions;
  @Inject Commands commands;
  @Inject EscalationConfig config;

  private Live live;

  @BeforeEach
  void begin() {
    live = new Live();
    live.stepTo(live.now().plusSeconds(1));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void calls_nobody_silent_whom_another_instance_hears_and_says_that_it_is_deaf() {
    await().until(this::allAreHeard);
    var late = new AtomicReference<>(Duration.ZERO);
    var deaf =
        new Watch(
            new Heartbeats(), transactions, commands, config, () -> Instant.now().plus(late.get()));
    late.set(LONGER_THAN_ANY_SILENCE);

    assertThat(deaf.keep()).noneMatch(Writer::silent).allMatch(each -> each.watermark() != null);
    assertThat(deaf.unheard()).containsExactlyElementsOf(Watch.WRITERS);
  }

  private boolean allAreHeard() {
    return transactions
            .inTransaction(() -> HeardWriters.read(Instant.now(), transactions.connection()))
            .keySet()
            .containsAll(Watch.WRITERS)
        && Watch.WRITERS.stream().allMatch(writer -> heard.of(writer).isPresent());
  }
}
