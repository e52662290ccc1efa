package baton.allocation.platform;

import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.CaseReactions;
import baton.allocation.feed.Feeder;
import baton.contract.risk.AssessmentConcluded;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralCopies;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What allocation-service does with a batch of the log: it reacts first and writes afterwards, the
 * feeds last.
 */
@Singleton
public class AllocationLog implements LogHandler {
  private final CaseReactions reactions;
  private final NcaAssessments assessments;
  private final Feeder feeder;
  private final Transactions transactions;

  public AllocationLog(
      CaseReactions reactions,
      NcaAssessments assessments,
      Feeder feeder,
      Transactions transactions) {
    this.reactions = reactions;
    this.assessments = assessments;
    this.feeder = feeder;
    this.transactions = transactions;
  }

  @Override
  public void handle(List<LogRecord> records) {
    feeder.adopt(records);
    List<LogRecord> news = records.stream().filter(record -> !record.own()).toList();
    ReferralCopies copies = ReferralCopies.of(news, transactions.connection());
    for (LogRecord record : news) {
      copies.apply(record.event());
      if (ended(record)) assessments.apply(record.event());
      reactions.to(record.event(), copies);
    }
    copies.save();
    // After every command: who waits for a case holds no row that the case's own append needs.
    for (LogRecord record : news) if (!ended(record)) assessments.apply(record.event());
    feeder.tell(records);
  }

  @Override
  public void retold(List<LogRecord> stories) {
    feeder.retell(stories);
  }

  /** It decides what is done at what follows in the same batch. */
  private static boolean ended(LogRecord record) {
    return record.event().event() instanceof AssessmentConcluded;
  }
}
