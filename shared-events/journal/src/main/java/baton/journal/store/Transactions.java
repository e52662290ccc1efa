package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * One database transaction per thread, shared by Axon, the event store, checkpoints and read
 * models. Who asks while one is bound joins it; only the outermost commits. Isolation is the
 * database's default (read committed).
 */
public final class Transactions implements TransactionManager, ConnectionProvider {
  private final DataSource dataSource;
  private final ThreadLocal<BoundTransaction> bound = new ThreadLocal<>();

  public Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Does the work in a transaction, in the bound one if there is one. Any exception undoes it; an
   * unchecked one is thrown as it is, a checked one as the cause of a {@link TransactionFailed}.
   */
  public <T> T inTransaction(Callable<T> work) {
    Transaction transaction = startTransaction();
    T result;
    try {
      result = work.call();
    } catch (Throwable failure) {
      undo(transaction, failure);
      throw TransactionFailed.unchecked(failure);
    }
    transaction.commit();
    return result;
  }

  /** The bound transaction's connection. Not to be committed or closed. */
  public Connection connection() {
    return current().connection();
  }

  /** For Axon, which closes what it is given: closing this one does nothing. */
  @Override
  public Connection getConnection() {
    return ConnectionWrapperFactory.wrap(
        connection(), new ConnectionWrapperFactory.NoOpCloseHandler());
  }

  public boolean isBound() {
    return bound.get() != null;
  }

  /** Runs once the bound transaction has really been committed; never after a rollback. */
  public void afterCommit(Runnable action) {
    current().afterCommit(action);
  }

  /** What has been appended in the bound transaction so far, as stored. */
  public List<Recorded<? extends BatonEvent>> appended() {
    return current().appended();
  }

  /**
   * What a reader has read from the log in this transaction. A later event of the same referral
   * gets a later recorded time, and is sealed under the same key. Kept for good when the
   * transaction commits.
   */
  public void witnessed(Recorded<? extends BatonEvent> read) {
    current().witnessed().add(read);
  }

  /**
   * Keeps the times of what was read in this transaction now, and holds their rows until it ends.
   * To be called before rows are locked that those who append lock after them: else the two wait
   * for each other.
   */
  public void keepWitnessedTimes() {
    try {
      current().witnessed().keepTimes(connection());
    } catch (SQLException e) {
      throw new TransactionFailed("the times of what was read could not be kept", e);
    }
  }

  /**
   * Holds the register's clock until the transaction ends, for who will append to it after a
   * referral: whoever keeps what was read takes it first, and the two would wait for each other.
   * Something must have been written in the transaction before.
   */
  public void holdRegister() {
    try {
      ReferralClock.lock(connection(), new TreeSet<>(Set.of(ReferralClock.REGISTER)));
    } catch (SQLException e) {
      throw new TransactionFailed("the register's clock could not be held", e);
    }
  }

  void appended(List<Recorded<? extends BatonEvent>> events) {
    current().append(events);
  }

  Witnessed witnessed() {
    return current().witnessed();
  }

  @Override
  public Transaction startTransaction() {
    BoundTransaction outer = bound.get();
    if (outer != null) return outer.joined();
    try {
      var own =
          new BoundTransaction(SessionLimits.ensured(dataSource.getConnection()), this::unbind);
      bound.set(own);
      return own;
    } catch (SQLException e) {
      throw new TransactionFailed("cannot begin a transaction", e);
    }
  }

  private void unbind() {
    bound.remove();
  }

  private BoundTransaction current() {
    BoundTransaction current = bound.get();
    if (current == null) throw new IllegalStateException("no transaction is bound to this thread");
    return current;
  }

  private static void undo(Transaction transaction, Throwable failure) {
    try {
      transaction.rollback();
    } catch (RuntimeException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
