package baton.escalation.blindness.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.escalation.BlindnessDeclared;
import baton.contract.escalation.BlindnessEnded;
import baton.decision.Decision;
import baton.escalation.blindness.model.WatchCommand.DeclareBlindness;
import baton.escalation.blindness.model.WatchCommand.EndBlindness;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriterWatchTest {
  private static final Instant WATERMARK = Instant.parse("2026-01-01T00:00:00Z");
  private static final WriterWatch HEARD = new WriterWatch.Heard();
  private static final WriterWatch SILENT = new WriterWatch.Silent();

  @Test
  void a_silence_is_declared_once() {
    var declare = new DeclareBlindness("/risk-service", WATERMARK);

    assertThat(WriterWatch.decide(declare, HEARD))
        .isEqualTo(Decision.accept(new BlindnessDeclared("/risk-service", WATERMARK)));
    assertThat(WriterWatch.decide(declare, SILENT)).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void a_silence_ends_once() {
    var end = new EndBlindness("/risk-service", WATERMARK);

    assertThat(WriterWatch.decide(end, SILENT))
        .isEqualTo(Decision.accept(new BlindnessEnded("/risk-service", WATERMARK)));
    assertThat(WriterWatch.decide(end, HEARD)).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void the_stream_is_named_after_the_writer() {
    assertThat(new EndBlindness("/risk-service", WATERMARK).stream())
        .isEqualTo("writer-risk-service");
  }
}
