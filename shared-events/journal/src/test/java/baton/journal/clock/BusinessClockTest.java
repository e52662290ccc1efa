package baton.journal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.journal.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
  private static final Instant SPADE = Instant.parse("2012-07-01T09:00:00Z");
  private final DataSource store = TestDatabases.migrated("store", "db/journal");

  @Test
  void the_system_clock_has_microseconds() throws SQLException {
    Instant now = SystemBusinessClock.start(store).instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    assertThat(Duration.between(now, Instant.now())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void a_skewed_clock_is_off_by_as_much_as_it_is_told() throws Exception {
    Instant before = Instant.now();
    Instant now = SystemBusinessClock.start(store, Duration.ofMinutes(-5)).instant();
    assertThat(now).isBetween(before.minusSeconds(301), Instant.now().minusSeconds(299));
  }

  @Test
  void the_system_clock_is_refused_where_a_stepped_one_wrote_the_future() throws SQLException {
    stored(Instant.now().plus(Duration.ofDays(14)));
    assertThatThrownBy(() -> SystemBusinessClock.start(store))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("an event is stored that was recorded at");
  }

  @Test
  void a_stepped_clock_stands_still_until_it_is_moved_and_never_goes_back() throws SQLException {
    var clock = SteppedBusinessClock.start(store, SPADE);
    assertThat(clock.instant()).isEqualTo(SPADE);
    clock.moveTo(SPADE.plusSeconds(60));
    clock.moveTo(SPADE.plusSeconds(60));
    assertThatThrownBy(() -> clock.moveTo(SPADE))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("forwards only");
    assertThat(clock.instant()).isEqualTo(SPADE.plusSeconds(60));
  }

  @Test
  void a_restarted_stepped_clock_goes_on_from_where_it_stood() throws SQLException {
    SteppedBusinessClock.start(store, SPADE).moveTo(SPADE.plusSeconds(60));
    assertThat(SteppedBusinessClock.start(store, SPADE).instant()).isEqualTo(SPADE.plusSeconds(60));
  }

  @Test
  void a_restarted_stepped_clock_does_not_begin_anew_where_nothing_was_recorded()
      throws SQLException {
    SteppedBusinessClock.start(store, SPADE);
    var systemTime = SPADE.plusSeconds(3_600);
    assertThat(SteppedBusinessClock.start(store, systemTime).instant()).isEqualTo(SPADE);
  }

  @Test
  void a_restarted_stepped_clock_is_never_behind_what_it_recorded() throws SQLException {
    SteppedBusinessClock.start(store, SPADE);
    stored(SPADE.plusSeconds(90));
    assertThat(SteppedBusinessClock.start(store, SPADE).instant()).isEqualTo(SPADE.plusSeconds(90));
  }

  @Test
  void a_stepped_clock_is_refused_on_a_store_that_another_clock_wrote() throws SQLException {
    stored(SPADE.plusSeconds(90));
    assertThatThrownBy(() -> SteppedBusinessClock.start(store, SPADE))
        .isInstanceOf(ClockRefused.class);
  }

  private void stored(Instant recorded) throws SQLException {
    String sql =
        """
        insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
          time_stamp, payload_type, payload, meta_data) values ('e', 'a', 0, 't', ?, 'p', '{}', '{}')""";
    try (var connection = store.getConnection();
        var insert = connection.prepareStatement(sql)) {
      insert.setString(1, recorded.toString());
      insert.executeUpdate();
    }
  }
}
