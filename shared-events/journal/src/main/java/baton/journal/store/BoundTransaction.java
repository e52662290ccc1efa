package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real transaction and what has happened in it. Confined to one thread. */
final class BoundTransaction implements Transaction {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final Connection connection;
  private final Runnable unbind;
  private final List<Recorded<? extends BatonEvent>> appended = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Witnessed witnessed = new Witnessed();
  private boolean mustRollBack;
  private boolean ended;

  BoundTransaction(Connection connection, Runnable unbind) {
    this.connection = connection;
    this.unbind = unbind;
  }

  Connection connection() {
    return connection;
  }

  Witnessed witnessed() {
    return witnessed;
  }

  List<Recorded<? extends BatonEvent>> appended() {
    return Collections.unmodifiableList(appended);
  }

  void append(List<Recorded<? extends BatonEvent>> events) {
    appended.addAll(events);
  }

  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /**
   * What a unit of work inside this one holds. Its commit leaves everything to this one. Its
   * rollback, once it has appended, dooms this one: half of a unit of work is never committed.
   */
  Transaction joined() {
    int before = appended.size();
    return new Transaction() {
      @Override
      public void commit() {}

      @Override
      public void rollback() {
        if (appended.size() > before) mustRollBack = true;
      }
    };
  }

  @Override
  public void commit() {
    try {
      refuseIfDoomed();
      witnessed.keep(connection);
      connection.commit();
    } catch (SQLException | RuntimeException failure) {
      rollBackQuietly(failure);
      throw new TransactionFailed("the transaction was not committed", failure);
    } finally {
      end();
    }
    afterCommit.forEach(BoundTransaction::runQuietly);
  }

  /** The driver reports a commit even where a failed statement made the database roll back. */
  private void refuseIfDoomed() throws SQLException {
    if (mustRollBack)
      throw new SQLException("a unit of work inside this transaction was undone after it wrote");
    var state = connection.unwrap(BaseConnection.class).getTransactionState();
    if (state == TransactionState.FAILED)
      throw new SQLException("a statement of this transaction had failed", "25P02");
  }

  /** Axon also rolls back what it failed to commit: by then there is nothing left to do. */
  @Override
  public void rollback() {
    if (ended) return;
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw new TransactionFailed("the transaction was not rolled back", failure);
    } finally {
      end();
    }
  }

  private void rollBackQuietly(Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  private void end() {
    ended = true;
    unbind.run();
    // Given back also where it is broken: the pool then makes another.
    try (connection) {
      connection.setAutoCommit(true);
    } catch (SQLException failure) {
      LOG.warn("A connection was given back broken", failure);
    }
  }

  /** It is committed already: a failing hook must not look like a failed transaction. */
  private static void runQuietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      LOG.warn("An action after a commit failed", failure);
    }
  }
}
