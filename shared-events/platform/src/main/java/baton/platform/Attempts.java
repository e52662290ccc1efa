package baton.platform;

import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;

/** A transaction that is tried again, from its beginning, when another one came in between. */
@ApplicationScoped
public class Attempts {

  private static final int ATTEMPTS = 4;

  /** unique_violation, serialization_failure, deadlock_detected. */
  private static final Set<String> LOST_A_RACE = Set.of("23505", "40001", "40P01");

  private final Transactions transactions;
  private final Duration delay;

  public Attempts(Transactions transactions, BatonConfig config) {
    this.transactions = transactions;
    this.delay = config.http().retryDelay();
  }

  /** Joins a transaction that is bound already; whoever began that one tries again. */
  public <T> T inTransaction(Callable<T> work) {
    return of(() -> transactions.inTransaction(work));
  }

  /** For work that begins its own transaction; done once if one is bound already. */
  <T> T of(Supplier<T> work) {
    if (transactions.isBound()) return work.get();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !lostRace(e)) throw e;
        LockSupport.parkNanos(jittered(delay.multipliedBy(attempt)));
      }
    }
  }

  static boolean lostRace(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyException) return true;
      if (cause instanceof SQLException sql && lostRace(sql.getSQLState())) return true;
    }
    return false;
  }

  /** A pool that waited in vain for a connection gives no state. */
  private static boolean lostRace(String state) {
    return state != null && LOST_A_RACE.contains(state);
  }

  private static long jittered(Duration most) {
    return ThreadLocalRandom.current().nextLong(most.toNanos() / 2, most.toNanos());
  }
}
