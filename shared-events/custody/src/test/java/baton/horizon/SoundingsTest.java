package baton.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoundingsTest {
  private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");
  private static final Place FIRST = new Place("baton.referrals", 0);
  private static final Place SECOND = new Place("baton.referrals", 1);

  private final Soundings soundings = new Soundings();

  @Test
  void nothing_is_known_before_the_reader_has_passed_an_end() {
    soundings.add(sounding(T, 10));
    soundings.advance(Map.of(FIRST, 9L));

    assertThat(soundings.horizon(FIRST)).isEqualTo(Horizon.NOTHING);
  }

  @Test
  void a_partition_is_known_up_to_the_newest_sounding_that_its_reader_has_passed() {
    soundings.add(sounding(T, 10));
    soundings.add(sounding(T.plusSeconds(1), 20));
    soundings.add(sounding(T.plusSeconds(2), 30));
    soundings.advance(Map.of(FIRST, 25L, SECOND, 12L));

    assertThat(soundings.horizon(FIRST).certain()).isEqualTo(T.plusSeconds(1));
    assertThat(soundings.horizon(SECOND).certain()).isEqualTo(T);
  }

  @Test
  void a_reader_far_behind_is_still_judged_by_the_soundings_that_it_passes() {
    IntStream.range(0, 2_000).forEach(i -> soundings.add(sounding(T.plusSeconds(i), 100 + i)));
    soundings.advance(Map.of(FIRST, 1_100L, SECOND, 1_100L));

    assertThat(soundings.horizon(FIRST).certain()).isEqualTo(T.plusSeconds(1_000));
  }

  @Test
  void the_slowest_writer_bounds_what_is_certain() {
    var horizon =
        Horizon.at(
            T,
            List.of(
                new Writer("/intake-service", T.minusSeconds(1), false),
                new Writer("/risk-service", T.minusSeconds(9), false)));

    assertThat(horizon).isEqualTo(new Horizon(T.minusSeconds(9), T.minusSeconds(9)));
  }

  @Test
  void a_silent_writer_bounds_what_is_certain_but_not_what_is_presumed() {
    var horizon =
        Horizon.at(
            T,
            List.of(
                new Writer("/intake-service", T.minusSeconds(1), false),
                new Writer("/risk-service", null, true)));

    assertThat(horizon).isEqualTo(new Horizon(Instant.MIN, T.minusSeconds(1)));
  }

  @Test
  void no_watermark_reaches_past_the_moment_of_the_sounding() {
    var horizon = Horizon.at(T, List.of(new Writer("/intake-service", T.plusSeconds(5), false)));

    assertThat(horizon).isEqualTo(new Horizon(T, T));
  }

  private static Sounding sounding(Instant at, long end) {
    return new Sounding(new Horizon(at, at), Map.of(FIRST, end, SECOND, end));
  }
}
