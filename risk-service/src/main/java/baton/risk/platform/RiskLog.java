package baton.risk.platform;

import baton.contract.ReferralId;
import baton.contract.allocation.RosterEvent;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralCopies;
import baton.platform.roster.RosterTable;
import baton.risk.assessment.AssessmentReactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

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
    Connection transaction = transactions.connection();
    ReferralCopies copies = ReferralCopies.of(referrals(news), transaction);
    for (LogRecord record : news) {
      reactions.to(record.event(), copies);
      copies.apply(record.event());
    }
    copies.save();
    RosterTable roster = RosterTable.on(transaction);
    for (LogRecord record : news)
      if (record.event().event() instanceof RosterEvent change) roster.apply(change);
  }

  private static List<ReferralId> referrals(List<LogRecord> records) {
    return records.stream()
        .map(record -> record.event().referral())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
