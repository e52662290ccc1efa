package baton.escalation.policy;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.clockkeeper.Referee;
import baton.escalation.policy.RefoldTable.Place;
import baton.escalation.policy.RefoldTable.Refold;
import baton.escalation.replay.ArchiveReplay;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyReading.Adoption;
import baton.platform.policy.PolicyShelf;
import baton.platform.policy.PolicyTable;
import baton.policy.PolicyBook;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Folds anew, from the archive, what was folded without an adoption that should have governed it or
 * by the rules of an earlier version: some referrals in each transaction, so that a stop in between
 * loses nothing. Source: ADR 0016.
 */
@ApplicationScoped
public class Refolds {
  private static final int AT_ONCE = 200;

  private final AxonJournal journal;
  private final Transactions transactions;
  private final CustodyBoard board;
  private final ArchiveReplay replay;
  private final PolicyShelf policies;
  private final Referee referee;

  public Refolds(
      AxonJournal journal,
      Transactions transactions,
      CustodyBoard board,
      ArchiveReplay replay,
      PolicyShelf policies,
      Referee referee) {
    this.journal = journal;
    this.transactions = transactions;
    this.board = board;
    this.replay = replay;
    this.policies = policies;
    this.referee = referee;
  }

  /** What an earlier version of this service folded by other rules. */
  void start(@Observes StartupEvent event) {
    orderThisEdition();
  }

  void orderThisEdition() {
    String edition = "baton.custody edition " + Custody.EDITION;
    UUID id = UUID.nameUUIDFromBytes(edition.getBytes(StandardCharsets.UTF_8));
    transactions.inTransaction(
        () -> {
          RefoldTable.on(transactions.connection()).orderAll(id);
          return null;
        });
  }

  /** In the transaction that reads the adoptions, which nobody folds beside. */
  public void order(List<Adoption> adoptions, Connection tx) {
    adoptions.forEach(RefoldTable.on(tx)::order);
  }

  /** Whether something is left to be folded anew. */
  public boolean pending() {
    return transactions.inTransaction(() -> RefoldTable.on(transactions.connection()).pending());
  }

  /**
   * Takes one step.
   *
   * @return whether there was something to do
   */
  boolean step() {
    return journal.inBatch(
        () -> {
          Connection tx = transactions.connection();
          RefoldTable table = RefoldTable.on(tx);
          Refold refold = table.next().orElse(null);
          if (refold == null) return false;
          List<ReferralId> referrals = table.foldedAfter(refold.reached(), AT_ONCE);
          if (referrals.isEmpty()) {
            table.done(refold);
            return true;
          }
          foldAnew(table.concerned(referrals, refold.since()), tx);
          table.reached(refold, referrals.getLast());
          return true;
        });
  }

  private void foldAnew(Map<ReferralId, Integer> partitions, Connection tx) throws SQLException {
    if (partitions.isEmpty()) return;
    PolicyTable.on(tx).lockToFold();
    referee.lock(Set.copyOf(partitions.values()), tx);
    PolicyBook policy = policies.book(tx);
    Set<Place> notApplied = RefoldTable.on(tx).notApplied(partitions.keySet());
    var states = new HashMap<ReferralId, Custody>();
    for (ReferralId referral : partitions.keySet())
      replay
          .of(referral, policy, event -> !notApplied.contains(place(event)))
          .ifPresent(custody -> states.put(referral, custody));
    referee.judge(board.replace(states, tx), partitions, tx);
  }

  private static Place place(Archived event) {
    return new Place(event.topicId(), event.partition(), event.offset());
  }
}
