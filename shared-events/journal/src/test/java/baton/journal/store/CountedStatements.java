package baton.journal.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes every execution of a prepared statement: its method and the start of its SQL. */
final class CountedStatements {
  private final List<String> executed = new CopyOnWriteArrayList<>();

  DataSource counting(DataSource real) {
    return proxy(
        DataSource.class,
        real,
        (name, args, result) ->
            result instanceof Connection connection ? connection(connection) : result);
  }

  List<String> executed() {
    return List.copyOf(executed);
  }

  long count(String start) {
    return executed.stream().filter(one -> one.startsWith(start)).count();
  }

  void clear() {
    executed.clear();
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        real,
        (name, args, result) ->
            result instanceof PreparedStatement statement
                ? statement(statement, args[0].toString())
                : result);
  }

  private PreparedStatement statement(PreparedStatement real, String sql) {
    return proxy(
        PreparedStatement.class,
        real,
        (name, args, result) -> {
          if (name.startsWith("execute")) executed.add(name + " " + sql.strip());
          return result;
        });
  }

  private interface After {
    Object returned(String method, Object[] args, Object result);
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              try {
                return after.returned(method.getName(), args, method.invoke(real, args));
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
