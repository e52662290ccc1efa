package baton.journal.relay;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;

/**
 * {@link HostileWriters} by the million: each transaction writes hundreds of events to some blocks
 * of streams, mostly with an id taken long before; many are rolled back, some die, a few linger for
 * a second.
 */
final class HostileLoad {
  static final int BLOCKS = 100;
  static final int BLOCK = 20;
  static final int STREAMS = BLOCKS * BLOCK;
  private static final int WRITERS = 4;

  /** So near must the relay be, because one that lags meets finished transactions only. */
  private static final int AHEAD_MAX = 60_000;

  private static final String COPY =
      """
      copy event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
        payload_type, payload, meta_data) from stdin\
      """;

  final HostileStreams committed = new HostileStreams(STREAMS);
  final Semaphore ahead = new Semaphore(AHEAD_MAX);
  final AtomicLong rolledBack = new AtomicLong();
  final AtomicLong died = new AtomicLong();
  private final List<Lock> locks = new ArrayList<>();
  private final List<String> referrals = new ArrayList<>();
  private final RelayStore store;
  private final long seed;
  private final Runnable wake;

  HostileLoad(RelayStore store, long seed, Runnable wake) {
    this.store = store;
    this.seed = seed;
    this.wake = wake;
    for (int i = 0; i < BLOCKS; i++) locks.add(new ReentrantLock());
    for (int i = 0; i < STREAMS; i++) referrals.add(RelayStore.newId());
  }

  String name(int stream) {
    return stream + "-" + referrals.get(stream);
  }

  static int stream(String name) {
    return Integer.parseInt(name, 0, name.indexOf('-'), 10);
  }

  /** Until so many events are committed. */
  void write(long events) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var writers = new ArrayList<Future<?>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var random = new Random(seed * 31 + writer);
        writers.add(
            threads.submit(
                () -> {
                  Connection connection = store.begin();
                  while (committed.events() < events)
                    if (!transaction(connection, random)) connection = store.begin();
                  connection.close();
                  return null;
                }));
      }
      for (var writer : writers) writer.get();
    }
  }

  /** False if the connection did not survive it. */
  private boolean transaction(Connection connection, Random random)
      throws SQLException, InterruptedException, java.io.IOException {
    if (random.nextInt(4) > 0) RelayStore.takeId(connection);
    if (random.nextInt(3) == 0)
      linger(connection, random.nextInt(400) == 0 ? 1_000 : random.nextInt(15));
    var blocks = new TreeSet<Integer>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) blocks.add(random.nextInt(BLOCKS));
    for (int block : blocks) locks.get(block).lock();
    try {
      return write(connection, random, blocks);
    } finally {
      for (int block : blocks) locks.get(block).unlock();
    }
  }

  private boolean write(Connection connection, Random random, TreeSet<Integer> blocks)
      throws SQLException, InterruptedException, java.io.IOException {
    var rows = new StringBuilder();
    var streams = new ArrayList<Integer>();
    var ids = new ArrayList<String>();
    int rounds = 1 + random.nextInt(30);
    for (int block : blocks)
      for (int stream = block * BLOCK; stream < (block + 1) * BLOCK; stream++)
        for (int n = 0; n < rounds; n++) {
          var event =
              store.event(referrals.get(stream), name(stream), committed.next(stream) + n, 20);
          row(rows, event);
          streams.add(stream);
          ids.add(event.id());
        }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(COPY, new StringReader(rows.toString()));
    if (random.nextInt(4) == 0) linger(connection, random.nextInt(15));
    switch (random.nextInt(60)) {
      case 0, 1, 2, 3 -> {
        connection.rollback();
        rolledBack.addAndGet(ids.size());
      }
      case 4 -> {
        store.execute("select pg_terminate_backend(" + RelayStore.backend(connection) + ")");
        died.addAndGet(ids.size());
        return false;
      }
      default -> {
        connection.commit();
        wake.run();
        for (int i = 0; i < ids.size(); i++) committed.add(streams.get(i), ids.get(i));
        ahead.acquire(ids.size());
      }
    }
    return true;
  }

  private static void row(StringBuilder rows, baton.journal.envelope.Envelope event) {
    rows.append(event.id()).append('\t').append(event.subject()).append('\t');
    rows.append(event.streamSequence())
        .append("\tTest\t")
        .append(event.recordedTime())
        .append('\t');
    rows.append(event.type()).append('\t').append(event.data()).append('\t');
    rows.append(event.metaData()).append('\n');
  }

  /** In the database, as a slow statement would. */
  private static void linger(Connection connection, int milliseconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_sleep(%d / 1000.0)".formatted(milliseconds));
    }
  }
}
