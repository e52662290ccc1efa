package baton.journal.relay;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's thread: waits until it owns the store, publishes, and starts again from the stored
 * cursor with a new connection and a new producer whenever something fails.
 */
final class RelayLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
  private static final Duration OWNER_ASKED_AGAIN = Duration.ofMillis(500);
  private static final Duration RESTART_SHORTEST = Duration.ofMillis(20);
  private static final Duration RESTART_LONGEST = Duration.ofSeconds(5);

  private final Parts parts;
  private final Caution caution = new Caution();
  private final PollPace restarts = new PollPace(RESTART_SHORTEST, RESTART_LONGEST);
  private Position reached = Position.START;

  RelayLoop(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void run() {
    try {
      while (!parts.signal().stopped()) {
        publishUntilFailure();
        parts.signal().pause(restarts.next());
      }
    } catch (InterruptedException stopped) {
      LOG.debug("The relay was interrupted while it worked");
    } finally {
      parts.state().set(RelayState.stopped());
    }
  }

  private void publishUntilFailure() throws InterruptedException {
    try (RelayDatabase own = parts.stores().open()) {
      while (!own.ownsStore()) {
        parts.state().set(RelayState.waiting());
        parts.signal().pause(OWNER_ASKED_AGAIN);
        if (parts.signal().stopped()) return;
      }
      publish(own);
    } catch (RelayRefuses refusal) {
      RelayState before = parts.state().getAndSet(RelayState.refusing(refusal.getMessage()));
      if (!refusal.getMessage().equals(before.trouble())) LOG.error(refusal.getMessage());
    } catch (SQLException | SendFailed | RuntimeException failure) {
      parts.state().set(RelayState.failing("The relay fails: " + failure.getMessage()));
      LOG.warn("The relay starts again from its cursor: {}", failure.getMessage(), failure);
    }
  }

  private void publish(RelayDatabase own)
      throws SQLException, SendFailed, RelayRefuses, InterruptedException {
    RelayCursor cursor = new RelayCursor(own.cursor());
    // What got further than the last attempt is not the same failure again.
    if (cursor.position().isAfter(reached)) restarts.restart();
    reached = cursor.position();
    own.verify(reached);
    try (Broker broker = parts.brokers().get();
        Publisher publisher = new Publisher(parts.producers().apply(parts.settings().producer()))) {
      new RelaySession(parts, own, cursor, new LogCheck(broker), publisher, caution).run();
    }
  }
}
