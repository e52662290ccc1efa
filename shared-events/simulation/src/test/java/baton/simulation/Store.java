package baton.simulation;

import baton.journal.relay.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The database of one service as PostgreSQL behaves: transaction ids given out at the first write,
 * commits in any order, uncommitted rows invisible, locks until the end of a transaction.
 */
public final class Store {
  private final String source;
  private final Invariants invariants;
  private final NavigableMap<Position, Row> rows = new TreeMap<>();
  private final Map<String, List<Row>> streams = new HashMap<>();
  private final Map<String, Instant> clocks = new HashMap<>();
  private final Map<String, Transaction> locks = new HashMap<>();
  private final Set<Transaction> active = new LinkedHashSet<>();
  private long nextXid = 10;
  private long nextIndex = 1;

  /** Raised when all connections are cut. */
  private int epoch;

  private Object relayOwner;

  Store(String source, Invariants invariants) {
    this.source = source;
    this.invariants = invariants;
  }

  public String source() {
    return source;
  }

  /** What is committed, in the order of positions. */
  public NavigableMap<Position, Row> rows() {
    return rows;
  }

  /** As nobody may see it: what is written and not committed yet is among it. */
  public NavigableMap<Position, Row> dirtyRows() {
    var all = new TreeMap<>(rows);
    for (Transaction each : active) each.written().forEach(row -> all.put(row.position(), row));
    return all;
  }

  /** The committed event at a place of a stream, or null. */
  public Row row(String stream, long sequence) {
    List<Row> known = streams.getOrDefault(stream, List.of());
    return sequence >= 0 && sequence < known.size() ? known.get((int) sequence) : null;
  }

  long next(String stream) {
    return streams.getOrDefault(stream, List.of()).size();
  }

  public long takeXid() {
    return nextXid++;
  }

  long takeIndex() {
    return nextIndex++;
  }

  /** All transactions below it have ended. */
  public long xmin() {
    return active.stream()
        .mapToLong(Transaction::xidOrZero)
        .filter(xid -> xid > 0)
        .min()
        .orElse(nextXid);
  }

  public int epoch() {
    return epoch;
  }

  Set<Transaction> active() {
    return active;
  }

  Instant clock(String referral) {
    return clocks.getOrDefault(referral, Instant.EPOCH);
  }

  void clock(String referral, Instant stamped) {
    clocks.merge(referral, stamped, (a, b) -> a.isAfter(b) ? a : b);
  }

  Transaction holder(String lock) {
    return locks.get(lock);
  }

  void hold(String lock, Transaction by) {
    locks.put(lock, by);
  }

  void release(Transaction ended) {
    active.remove(ended);
    locks.values().removeIf(holder -> holder == ended);
  }

  void insert(Row row) throws SQLException {
    if (row.sequence() != next(row.stream()))
      throw new SQLException("another writer was first in " + row.stream(), "23505");
    rows.put(row.position(), row);
    streams.computeIfAbsent(row.stream(), s -> new ArrayList<>()).add(row);
    invariants.committed(this, row);
  }

  /** The session-level lock of the relay. */
  public boolean ownRelay(Object session) {
    if (relayOwner == null) relayOwner = session;
    return relayOwner == session;
  }

  public void leaveRelay(Object session) {
    if (relayOwner == session) relayOwner = null;
  }

  /** PostgreSQL restarts: what was not committed is gone, and every session with its locks. */
  void cut() {
    epoch++;
    relayOwner = null;
    for (Transaction each : List.copyOf(active)) each.rollback();
  }

  void cut(String process) {
    for (Transaction each : List.copyOf(active))
      if (each.process().equals(process)) each.rollback();
  }
}
