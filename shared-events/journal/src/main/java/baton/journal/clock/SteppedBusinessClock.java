package baton.journal.clock;

import baton.journal.envelope.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Business time stands still until it is moved, forwards only. Where it stands is kept in the
 * service's database, so that a restart goes on from there.
 */
public final class SteppedBusinessClock implements BusinessClock {
  private static final String MOVE =
      """
      insert into business_clock as c (now) values (?)
      on conflict (only_row) do update set now = greatest(excluded.now, c.now) returning now""";

  private final DataSource store;
  private final AtomicReference<Instant> now;

  private SteppedBusinessClock(DataSource store, Instant now) {
    this.store = store;
    this.now = new AtomicReference<>(now);
  }

  /**
   * Goes on from where it stood.
   *
   * @param first where a clock starts that was never moved
   * @throws ClockRefused if an event is stored that was recorded later
   */
  public static SteppedBusinessClock start(DataSource store, Instant first) throws SQLException {
    Instant now = keep(store, Times.truncated(first));
    // Stamps may run ahead of the clock by a microsecond for each event recorded at one instant.
    NewestEvent.refuseBefore(store, now, Duration.ofSeconds(10));
    return new SteppedBusinessClock(store, now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Moves to that instant; moving to where it stands already is no error.
   *
   * @throws ClockRefused if that would be backwards
   */
  public void moveTo(Instant instant) throws SQLException {
    Instant wanted = Times.truncated(instant);
    if (wanted.isBefore(now.get())) throw backwards(wanted, now.get());
    Instant kept = keep(store, wanted);
    now.accumulateAndGet(kept, (a, b) -> a.isAfter(b) ? a : b);
    if (kept.isAfter(wanted)) throw backwards(wanted, kept);
  }

  private static Instant keep(DataSource store, Instant instant) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(MOVE)) {
      statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  private static ClockRefused backwards(Instant wanted, Instant now) {
    return new ClockRefused(
        "the business clock stands at %s and moves forwards only, not to %s"
            .formatted(now, wanted));
  }
}
