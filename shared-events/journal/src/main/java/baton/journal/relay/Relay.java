package baton.journal.relay;

import baton.contract.ReferralId;
import baton.journal.clock.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes what a service has committed to its event store: every committed event, each stream in
 * its order, at least once, of each repeat the same bytes; nothing that was not committed. One
 * relay at a time per store; a second instance waits and takes over.
 *
 * <p>Source: design section 3, "From store to log".
 */
public final class Relay implements AutoCloseable {
  private static final Duration FINISH_MAX = Duration.ofSeconds(5);

  private final Parts parts;
  private final DataSource pool;
  private final Thread thread;

  /**
   * @param own opens the relay's own connection, which it keeps and whose session holds its lock:
   *     not from a pool
   * @param pool for short questions
   * @param parking records what the broker refuses for good
   */
  public Relay(
      RelaySettings settings,
      DataSource own,
      DataSource pool,
      BusinessClock clock,
      RelayParking parking,
      MeterRegistry registry) {
    this(settings, own, pool, clock, parking, registry, KafkaProducer::new);
  }

  Relay(
      RelaySettings settings,
      DataSource own,
      DataSource pool,
      BusinessClock clock,
      RelayParking parking,
      MeterRegistry registry,
      Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
    this.pool = pool;
    this.parts =
        new Parts(
            settings,
            () -> RelayConnection.open(own, settings.source()),
            clock,
            SystemTime.REAL,
            parking,
            producers,
            () -> new AdminBroker(settings.kafka()),
            new LockSignal(),
            new Beats(settings.heartbeatEvery()),
            new AtomicReference<>(RelayState.waiting()),
            new RelayMetrics(registry, this::progress));
    this.thread = Thread.ofPlatform().name("relay").daemon().unstarted(new RelayLoop(parts));
  }

  public void start() {
    thread.start();
  }

  /** Something was committed: publish it now rather than at the next poll. */
  public void wake() {
    parts.signal().wake();
  }

  /**
   * The business clock was stepped: say so at once when everything before its time is on the log.
   */
  public void beat() {
    parts.beats().want(parts.clock().instant());
    wake();
  }

  /**
   * How far this store is published.
   *
   * @throws IllegalStateException if the database does not answer
   */
  public RelayProgress progress() {
    try (Connection connection = pool.getConnection()) {
      return ProgressQuery.ask(connection, parts.state().get(), parts.clock().instant());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say how far it is published", e);
    }
  }

  /** Whether this instance is the one that publishes the store, without asking anybody. */
  public boolean publishes() {
    return parts.state().get().phase() == RelayState.Phase.PUBLISHING;
  }

  /**
   * For readiness, without asking anybody: one sentence when this relay refuses to publish, fails
   * or hangs. A quiet relay, and one that waits for another instance to end, has no trouble.
   */
  public Optional<String> trouble() {
    return parts.state().get().trouble(Instant.now());
  }

  /** What the broker refuses, the oldest first. */
  public List<ParkedKey> parked() {
    try (Connection connection = pool.getConnection()) {
      return List.copyOf(new ParkedKeysTable(connection).all().values());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say what is parked", e);
    }
  }

  /**
   * Publishes again what waits of a referral, soon and in order.
   *
   * @return false if nothing of it is parked here
   */
  public boolean retry(ReferralId referral) {
    try (Connection connection = pool.getConnection()) {
      boolean found = new ParkedKeysTable(connection).retry(referral.toString());
      wake();
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the retry was not noted", e);
    }
  }

  /** Stops after the batch under way, or in the middle of it when that takes too long. */
  @Override
  public void close() {
    parts.signal().stop();
    try {
      if (!thread.join(FINISH_MAX)) {
        thread.interrupt();
        thread.join(FINISH_MAX);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
