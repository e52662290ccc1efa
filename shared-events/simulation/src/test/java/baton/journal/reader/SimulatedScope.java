package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.simulation.Actor;
import baton.simulation.Service;
import baton.simulation.Work;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** Transactions of one actor in a simulated store. */
final class SimulatedScope implements BatchScope {
  private final Service service;
  private final Actor actor;
  private Work work;

  SimulatedScope(Service service, Actor actor) {
    this.service = service;
    this.actor = actor;
  }

  /** What the bound transaction does. */
  Work work() {
    return work;
  }

  @Override
  public <T> T inBatch(Callable<T> inside) {
    return inTransaction(inside);
  }

  @Override
  public <T> T inTransaction(Callable<T> inside) {
    work = service.begin(actor);
    try {
      T result = inside.call();
      work.finish();
      return result;
    } catch (RuntimeException | Error failure) {
      work.undo();
      throw failure;
    } catch (Exception failure) {
      work.undo();
      throw new IllegalStateException(failure);
    } finally {
      work = null;
    }
  }

  @Override
  public void witnessed(Recorded<? extends BatonEvent> read) {
    if (read.referral() != null)
      work.transaction().witness(read.referral().toString(), read.recordedTime());
  }

  void statement(String what) throws SQLException {
    work.transaction().statement(what);
  }

  /** A statement that writes: the transaction has an id from here on. */
  void write(String what, Runnable effect) throws SQLException {
    statement(what);
    work.transaction().xid();
    work.transaction().onCommit(effect);
  }
}
