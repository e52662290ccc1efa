package baton.platform.topics;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * So many at a time of the threads that work for topics: there may be more of them than connections
 * to the database, which others need too.
 */
@Singleton
public final class DatabaseGate {
  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** The work must wait for nothing but the database. */
  public <T> T through(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
