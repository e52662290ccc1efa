package baton.simulation;

import baton.journal.relay.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One transaction of one actor. What it writes is seen when it commits. */
public final class Transaction {
  private final Store store;
  private final Actor actor;
  private final int epoch;
  private final List<Row> rows = new ArrayList<>();
  private final List<Runnable> effects = new ArrayList<>();
  private final Map<String, Instant> witnessed = new HashMap<>();
  private long xid;
  private boolean ended;
  private Transaction waitsFor;

  Transaction(Store store, Actor actor) {
    this.store = store;
    this.actor = actor;
    this.epoch = store.epoch();
    store.active().add(this);
  }

  String process() {
    return actor.process();
  }

  Actor actor() {
    return actor;
  }

  long xidOrZero() {
    return xid;
  }

  /** As every first write does. */
  public long xid() {
    if (xid == 0) xid = store.takeXid();
    return xid;
  }

  /** A round trip to the database. */
  public void statement(String what) throws SQLException {
    Call call = actor.call(what);
    refuseIfEnded();
    if (call.fails()) {
      rollback();
      throw new SQLException("the connection was lost", "08006");
    }
  }

  /** Waits for whoever holds it; held until the end. */
  public void lock(String what) throws SQLException {
    Transaction holder = store.holder(what);
    while (holder != null && holder != this) {
      waitsFor = holder;
      if (deadlocked()) {
        rollback();
        throw new SQLException("deadlock detected", "40P01");
      }
      statement("waits for " + what);
      holder = store.holder(what);
    }
    waitsFor = null;
    store.hold(what, this);
  }

  private boolean deadlocked() {
    Transaction next = waitsFor;
    while (next != null && next != this && !next.ended) next = next.waitsFor;
    return next == this;
  }

  /** Happens with the commit, in this order. */
  public void onCommit(Runnable effect) {
    effects.add(effect);
  }

  public void witness(String referral, Instant recorded) {
    witnessed.merge(referral, recorded, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** The earliest time at which an event of this referral may be stamped. */
  Instant earliest(String referral, Instant now) {
    Instant earliest = now;
    for (Instant past :
        List.of(witnessed.getOrDefault(referral, Instant.EPOCH), store.clock(referral)))
      if (!past.isBefore(earliest)) earliest = past.plusNanos(1_000);
    return earliest;
  }

  Position place() {
    return new Position(xid(), store.takeIndex());
  }

  void add(Row row) {
    rows.add(row);
    witness(row.key(), row.event().recordedTime());
  }

  List<Row> written() {
    return List.copyOf(rows);
  }

  void commit() throws SQLException {
    Call call = actor.call("commit");
    refuseIfEnded();
    if (call.failsBefore()) {
      rollback();
      throw new SQLException("the connection was lost before the commit", "08006");
    }
    end();
    for (Row row : rows) store.insert(row);
    witnessed.forEach(store::clock);
    effects.forEach(Runnable::run);
    if (call.failsAfter()) throw new SQLException("the answer to a commit was lost", "08006");
  }

  void rollback() {
    if (!ended) end();
  }

  private void end() {
    ended = true;
    store.release(this);
  }

  private void refuseIfEnded() throws SQLException {
    if (ended || epoch != store.epoch()) throw new SQLException("terminated", "57P01");
  }
}
