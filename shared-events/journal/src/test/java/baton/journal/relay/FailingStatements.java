package baton.journal.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Counts the statements of one data source and fails the one with a given number: before it is
 * done, or after, when only its answer is lost. The connection is broken from then on.
 */
final class FailingStatements {
  enum When {
    BEFORE,
    AFTER
  }

  private final DataSource real;
  private final int failing;
  private final When when;
  private final AtomicInteger done = new AtomicInteger();

  FailingStatements(DataSource real, int failing, When when) {
    this.real = real;
    this.failing = failing;
    this.when = when;
  }

  boolean hasFailed() {
    return done.get() >= failing;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = method.invoke(real, arguments);
          return result instanceof Connection connection ? counted(connection) : result;
        });
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = method.invoke(connection, arguments);
          return result instanceof Statement statement
              ? counted(connection, statement, method.getReturnType())
              : result;
        });
  }

  private Object counted(Connection connection, Statement statement, Class<?> type) {
    return proxy(
        type,
        (method, arguments) -> {
          if (!method.getName().startsWith("execute")) return method.invoke(statement, arguments);
          boolean fails = done.incrementAndGet() == failing;
          if (fails && when == When.BEFORE) throw broken(connection);
          Object result = method.invoke(statement, arguments);
          if (fails) throw broken(connection);
          return result;
        });
  }

  private SQLException broken(Connection connection) throws SQLException {
    connection.close();
    return new SQLException("statement " + failing + " fails " + when);
  }

  private interface Call {
    Object on(java.lang.reflect.Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
