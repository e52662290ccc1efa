package baton.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Many writers at once, none of them well-behaved: they take their transaction id early and write
 * late, write several streams at once, linger, roll back, and die with their transaction open. As
 * in a service, two never write one stream at the same time.
 */
final class HostileWriters {
  private static final int WRITERS = 8;
  private static final int REFERRALS = 24;

  private final RelayStore store;
  private final long seed;
  private final Runnable committed;
  private final List<String> referrals = new ArrayList<>();
  private final List<Lock> locks = new ArrayList<>();
  private final long[] next = new long[REFERRALS + 1];

  /**
   * @param committed told after every commit
   */
  HostileWriters(RelayStore store, long seed, Runnable committed) {
    this.store = store;
    this.committed = committed;
    this.seed = seed;
    for (int i = 0; i <= REFERRALS; i++) {
      // The last one stands for the register.
      referrals.add(i == REFERRALS ? null : RelayStore.newId());
      locks.add(new ReentrantLock());
    }
  }

  /** Until so many transactions were attempted by each. */
  void write(int transactionsEach) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++)
        writers.add(threads.submit(writer(new Random(seed * 31 + writer), transactionsEach)));
      for (Future<Void> writer : writers) writer.get();
    }
  }

  private Callable<Void> writer(Random random, int transactions) {
    return () -> {
      Connection connection = store.begin();
      for (int i = 0; i < transactions; i++) {
        boolean survived = transaction(connection, random);
        if (!survived) connection = store.begin();
      }
      connection.close();
      return null;
    };
  }

  private boolean transaction(Connection connection, Random random) throws SQLException {
    if (random.nextInt(3) == 0) {
      RelayStore.takeId(connection);
      linger(connection, random);
    }
    var streams = new TreeSet<Integer>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) streams.add(random.nextInt(REFERRALS + 1));
    for (int stream : streams) locks.get(stream).lock();
    try {
      return write(connection, random, streams);
    } finally {
      for (int stream : streams) locks.get(stream).unlock();
    }
  }

  private boolean write(Connection connection, Random random, TreeSet<Integer> streams)
      throws SQLException {
    // Only the entries of locked streams are meant.
    long[] after = next.clone();
    for (int stream : streams)
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        String referral = referrals.get(stream);
        String name = referral == null ? "roster-46" : "case-" + referral;
        store.append(connection, referral, name, after[stream]++);
      }
    if (random.nextInt(4) == 0) linger(connection, random);
    switch (random.nextInt(12)) {
      case 0 -> connection.rollback();
      case 1 -> {
        store.execute("select pg_terminate_backend(" + RelayStore.backend(connection) + ")");
        return false;
      }
      default -> {
        connection.commit();
        committed.run();
        for (int stream : streams) next[stream] = after[stream];
      }
    }
    return true;
  }

  /** In the database, as a slow statement would. */
  private static void linger(Connection connection, Random random) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_sleep(0.0%02d)".formatted(random.nextInt(12)));
    }
  }
}
