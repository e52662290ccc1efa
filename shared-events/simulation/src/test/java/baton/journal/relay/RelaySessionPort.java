package baton.journal.relay;

import baton.simulation.Actor;
import baton.simulation.Call;
import baton.simulation.Store;
import java.sql.SQLException;

/** A simulated connection of the relay: every statement may fail, before or after its effect. */
final class RelaySessionPort {
  private final Store store;
  private final Actor actor;
  private final int epoch;
  private boolean broken;

  /** What a statement does. */
  interface Effect<T> {
    T take();
  }

  RelaySessionPort(Store store, Actor actor) {
    this.store = store;
    this.actor = actor;
    this.epoch = store.epoch();
  }

  Store store() {
    return store;
  }

  <T> T statement(String what, Effect<T> effect) throws SQLException {
    Call call = actor.call(what);
    if (broken || epoch != store.epoch()) throw new SQLException("terminated", "57P01");
    broken = call.fails();
    if (call.failsBefore()) throw new SQLException("the connection was lost", "08006");
    T result = effect.take();
    if (call.failsAfter()) throw new SQLException("the answer was lost", "08006");
    return result;
  }

  void close() {
    broken = true;
    store.leaveRelay(this);
  }
}
