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
import java.util.Optional;
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
   * Goes on from where it stood, or from the newest stored event if that is later: an event that
   * was read may have come from a service whose clock had been moved already.
   *
   * @param first where a clock starts that never stood anywhere
   * @throws ClockRefused if it never did, and an event is stored that was recorded later than
   *     {@code first}: another clock wrote this store
   */
  public static SteppedBusinessClock start(DataSource store, Instant first) throws SQLException {
    Instant wanted = Times.truncated(first);
    Optional<Instant> stood = find(store);
    if (stood.isEmpty()) NewestEvent.refuseBefore(store, wanted, Duration.ZERO);
    Optional<Instant> newest = NewestEvent.find(store);
    Instant from = stood.map(at -> newest.filter(at::isBefore).orElse(at)).orElse(wanted);
    return new SteppedBusinessClock(store, keep(store, from));
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

  private static Optional<Instant> find(DataSource store) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select now from business_clock");
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
          : Optional.empty();
    }
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
