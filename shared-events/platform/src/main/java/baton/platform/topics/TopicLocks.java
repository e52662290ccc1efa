package baton.platform.topics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The topics that this instance works at, of all instances alone: locks of one session, which end
 * with it. Belongs to one thread.
 */
public final class TopicLocks implements AutoCloseable {
  private static final int ANSWER_SECONDS = 5;

  private final DataSource own;
  private Connection session;

  /**
   * @param own gives connections that no pool owns
   */
  public TopicLocks(DataSource own) {
    this.own = own;
  }

  /** False while another instance has it. Asked again and again rather than waited for. */
  public boolean take(String topic) throws SQLException {
    return ask("select pg_try_advisory_lock(hashtextextended(?, 0))", topic);
  }

  public void release(String topic) throws SQLException {
    if (session != null) ask("select pg_advisory_unlock(hashtextextended(?, 0))", topic);
  }

  /** False once the session is gone, and with it every lock. */
  public boolean intact() throws SQLException {
    return session != null && session.isValid(ANSWER_SECONDS);
  }

  private boolean ask(String select, String topic) throws SQLException {
    try (var statement = session().prepareStatement(select)) {
      statement.setString(1, topic);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException broken) {
      // The next one asks in a new session: this one's locks are gone or soon will be.
      close();
      throw broken;
    }
  }

  private Connection session() throws SQLException {
    if (session != null) return session;
    Connection opened = own.getConnection();
    try (Statement statement = opened.createStatement()) {
      opened.setAutoCommit(true);
      statement.execute("set transaction_timeout = 0");
      statement.execute("set idle_session_timeout = 0");
    } catch (SQLException failure) {
      opened.close();
      throw failure;
    }
    session = opened;
    return opened;
  }

  /** Gives all of them back. */
  @Override
  public void close() {
    Connection ending = session;
    session = null;
    if (ending == null) return;
    try {
      ending.close();
    } catch (SQLException alreadyBroken) {
      // The server ends a session whose client is gone.
    }
  }
}
