package baton.escalation.clockkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import baton.horizon.Horizon;
import baton.horizon.Look;
import baton.horizon.Place;
import baton.horizon.Sounding;
import baton.journal.envelope.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Roster, limits and openings count for an answer as much as the referral's own events. */
class HorizonsTest {
  private static final Place REFERRALS = new Place(Topics.REFERRALS, 0);
  private static final Place REGISTER = new Place(Topics.REGISTER, 0);
  private static final Place ACCESS = new Place(Topics.ACCESS, 0);
  private static final Place HEARTBEATS = new Place(Topics.HEARTBEATS, 0);
  private static final Map<Place, Long> ENDS =
      Map.of(REFERRALS, 7L, REGISTER, 31L, ACCESS, 4L, HEARTBEATS, 900L);
  private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(60);

  private final Horizons horizons = new Horizons();

  private void look(Instant at, Map<Place, Long> positions) {
    horizons.take(new Look(new Sounding(Horizon.at(at, List.of()), ENDS), positions));
  }

  private Horizon ofRecord() {
    return horizons.ofRecord(ENDS.keySet());
  }

  @Test
  void a_register_that_is_behind_holds_back_that_everything_is_known() {
    look(FIRST, ENDS);
    look(SECOND, Map.of(REFERRALS, 7L, REGISTER, 30L, ACCESS, 4L, HEARTBEATS, 900L));
    assertThat(horizons.everywhere(List.of(0)).certain()).isEqualTo(SECOND);
    assertThat(ofRecord().certain()).isEqualTo(FIRST);

    var longer = Map.of(REFERRALS, 7L, REGISTER, 32L, ACCESS, 4L, HEARTBEATS, 901L);
    Instant third = SECOND.plusSeconds(60);
    horizons.take(new Look(new Sounding(Horizon.at(third, List.of()), longer), ENDS));
    assertThat(horizons.everywhere(List.of(0)).certain()).isEqualTo(third);
    assertThat(ofRecord().certain()).isEqualTo(SECOND);

    look(third.plusSeconds(1), longer);
    assertThat(ofRecord().certain()).isAfter(SECOND);
  }

  @Test
  void openings_that_were_never_read_are_not_known() {
    look(FIRST, Map.of(REFERRALS, 7L, REGISTER, 31L, ACCESS, 3L, HEARTBEATS, 900L));

    assertThat(horizons.everywhere(List.of(0)).certain()).isEqualTo(FIRST);
    assertThat(ofRecord()).isEqualTo(Horizon.NOTHING);
  }
}
