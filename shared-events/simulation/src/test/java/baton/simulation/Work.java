package baton.simulation;

import baton.contract.EventId;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.custody.Custody;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one transaction of a service does: as a root unit of work, it appends at its end. */
public final class Work {
  private final Service service;
  private final Appender appender;
  private final Transaction transaction;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<ReferralId, Custody> folded = new HashMap<>();

  Work(Service service, Appender appender, Transaction transaction) {
    this.service = service;
    this.appender = appender;
    this.transaction = transaction;
  }

  public Transaction transaction() {
    return transaction;
  }

  /** Where the next event of a stream goes, those of this work included. */
  public long next(String stream) {
    long own = drafts.stream().filter(draft -> draft.stream().equals(stream)).count();
    return service.store().next(stream) + own;
  }

  public void append(String stream, ReferralEvent event, EventId cause) {
    drafts.add(new Draft(stream, next(stream), event.referral(), event, cause));
  }

  Custody folded(ReferralId referral) {
    return folded.computeIfAbsent(
        referral, r -> service.board().getOrDefault(r, Custody.none(referral)));
  }

  void fold(Custody custody) {
    folded.put(custody.referral(), custody);
  }

  public void finish() throws SQLException {
    appender.append(transaction, drafts);
    transaction.onCommit(() -> service.keep(folded));
    transaction.commit();
  }

  public void undo() {
    transaction.rollback();
  }
}
