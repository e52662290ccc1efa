package baton.journal.reader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Stops a reader dead at its nth step in the database, as a kill would: the connection is gone and
 * nothing more of the thread runs. A commit counts twice, before and after it reaches the database.
 */
final class DyingDataSource {
  /** Not an exception that anybody handles. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final String BATCH = BatchTransaction.class.getName();

  private final DataSource real;
  private final int last;
  private final AtomicInteger steps = new AtomicInteger();

  /**
   * @param last the step that is not survived, from 1
   */
  DyingDataSource(DataSource real, int last) {
    this.real = real;
    this.last = last;
  }

  boolean survived() {
    return steps.get() < last;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, args) -> {
          Object result = invoke(real, method, args);
          return result instanceof Connection connection ? mortal(connection) : result;
        });
  }

  private Connection mortal(Connection connection) {
    return proxy(
        Connection.class,
        (method, args) -> {
          if (method.getName().equals("commit")) return commit(connection, method);
          Object result = invoke(connection, method, args);
          return result instanceof PreparedStatement statement
              ? mortal(connection, statement)
              : result;
        });
  }

  private Object commit(Connection connection, Method method) throws Throwable {
    step(connection);
    Object result = invoke(connection, method, null);
    step(connection);
    return result;
  }

  private PreparedStatement mortal(Connection connection, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, args) -> {
          if (method.getName().startsWith("execute")) step(connection);
          return invoke(statement, method, args);
        });
  }

  /** Only batches are mortal: the reader also looks up its place, and the test its progress. */
  private void step(Connection connection) throws SQLException {
    if (!ofBatch()) return;
    if (steps.incrementAndGet() < last) return;
    connection.abort(Runnable::run);
    throw new Killed();
  }

  private static boolean ofBatch() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(BATCH)));
  }

  private interface Call {
    Object of(Method method, Object[] args) throws Throwable;
  }

  private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> call.of(method, args)));
  }
}
