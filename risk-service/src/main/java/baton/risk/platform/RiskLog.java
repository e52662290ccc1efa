package baton.risk.platform;

import baton.contract.allocation.RosterEvent;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralCopies;
import baton.platform.roster.RosterTable;
import baton.risk.assessment.AssessmentReactions;
import jakarta.inject.Singleton;
import java.util.List;

/** What risk-service does with a batch of the log: it reacts first and writes afterwards. */
@Singleton
public class RiskLog implements LogHandler {
  private final AssessmentReactions reactions;
  private final Transactions transactions;

  public RiskLog(AssessmentReactions reactions, Transactions transactions) {
    this.reactions = reactions;
    this.transactions = transactions;
  }

  @Override
  public void handle(List<LogRecord> records) {
    List<LogRecord> news = records.stream().filter(record -> !record.own()).toList();
    ReferralCopies copies = ReferralCopies.of(news, transactions.connection());
    for (LogRecord record : news) {
      reactions.to(record.event(), copies);
      copies.apply(record.event());
    }
    copies.save();
    keepRoster(news);
  }

  /** Of the register's stories: a change that came late must not undo a later one. */
  @Override
  public void retold(List<LogRecord> stories) {
    keepRoster(stories);
  }

  private void keepRoster(List<LogRecord> records) {
    RosterTable roster = RosterTable.on(transactions.connection());
    for (LogRecord record : records)
      if (record.event().event() instanceof RosterEvent change) roster.apply(change);
  }
}
