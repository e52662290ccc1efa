package baton.intake.platform;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.allocation.RosterEvent;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.DatabaseFailed;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyReading;
import baton.platform.policy.PolicyTable;
import baton.platform.roster.RosterTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Intake reacts to nothing: it follows who has what and who works where. */
@ApplicationScoped
public class FollowLog implements LogHandler {

  private final CustodyBoard board;
  private final PolicyReading policies;
  private final Transactions transactions;

  FollowLog(CustodyBoard board, PolicyReading policies, Transactions transactions) {
    this.board = board;
    this.policies = policies;
    this.transactions = transactions;
  }

  @Override
  public void handle(List<LogRecord> records) {
    write(
        () -> {
          policies.read(records, transactions.connection());
          board.apply(events(records), transactions.connection());
        });
    keepRoster(records);
  }

  @Override
  public void retold(List<LogRecord> stories) {
    write(
        () -> {
          PolicyTable.on(transactions.connection()).lockToFold();
          board.redraw(events(stories), transactions.connection());
        });
    keepRoster(stories);
  }

  /** Whom a force may name as custodian of what it brings in itself. */
  private void keepRoster(List<LogRecord> records) {
    RosterTable roster = RosterTable.on(transactions.connection());
    for (LogRecord record : records)
      if (record.event().event() instanceof RosterEvent change) roster.apply(change);
  }

  private static List<Recorded<? extends BatonEvent>> events(List<LogRecord> records) {
    return records.stream().<Recorded<? extends BatonEvent>>map(LogRecord::event).toList();
  }

  private static void write(Write write) {
    try {
      write.run();
    } catch (SQLException e) {
      throw new DatabaseFailed("the board could not be written", e);
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws SQLException;
  }
}
