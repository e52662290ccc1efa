package baton.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import baton.horizon.Look.LogState;
import baton.horizon.Look.Lookout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");
  private static final Place PLACE = new Place("baton.referrals", 0);

  /** A log that gets a record, recorded and vouched for in that second, with every question. */
  private static final class Busy implements Lookout {
    private final List<String> asked = new ArrayList<>();
    private long written = 10;

    private long ask(String what) {
      asked.add(what);
      return ++written;
    }

    @Override
    public Instant time() {
      return T.plusSeconds(ask("time"));
    }

    @Override
    public List<Writer> writers() {
      return List.of(new Writer("/intake-service", T.plusSeconds(ask("writers")), false));
    }

    @Override
    public LogState log() {
      long end = ask("log");
      return new LogState(Map.of(PLACE, end), Map.of(PLACE, end));
    }
  }

  @Test
  void the_time_comes_first_then_the_writers_and_the_log_last() {
    var busy = new Busy();
    Look.by(busy);
    assertThat(busy.asked).containsExactly("time", "writers", "log");
  }

  @Test
  void whoever_has_read_to_its_ends_has_read_all_that_is_vouched_for() {
    var soundings = new Soundings();
    Look look = Look.by(new Busy());
    soundings.take(look);
    Instant recordedLast = T.plusSeconds(look.positions().get(PLACE));
    assertThat(soundings.horizon(PLACE).certain()).isAfter(T).isBeforeOrEqualTo(recordedLast);
  }
}
