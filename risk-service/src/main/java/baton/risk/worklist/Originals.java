package baton.risk.worklist;

import baton.contract.ReferralId;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralCopies;
import baton.platform.sql.Sql;
import baton.risk.assessment.model.EndingCommand.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Which referral repeats which. */
@ApplicationScoped
public class Originals {
  /** Of two confirmations that would close a circle the second waits and sees the first. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtextextended('baton.duplicates', 0))";

  private static final String PROPOSED =
      """
      select proposed_duplicate_of from assessment
       where referral = ? and proposed_duplicate_of is not null""";

  private static final String REPEATS =
      """
      with recursive original (referral) as (
        select duplicate_of from assessment where referral = ?
        union
        select a.duplicate_of from assessment a join original o on a.referral = o.referral
      )
      select 1 from original where referral = ?""";

  private final Transactions transactions;

  public Originals(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * @param original that the referral is said to repeat
   */
  public Original look(ReferralId original, ReferralId referral) {
    return transactions.inTransaction(() -> found(original, referral));
  }

  /**
   * What the proposed end of the referral rests on, if it rests on another one. Until the
   * transaction ends no other end by duplication is confirmed.
   */
  public Optional<Original> lookToConfirm(ReferralId referral) {
    return transactions.inTransaction(
        () -> {
          Optional<ReferralId> original =
              sql().find(PROPOSED, row -> new ReferralId(row.getObject(1, UUID.class)), referral);
          if (original.isPresent()) sql().find(ONE_AT_A_TIME, row -> true);
          return original.map(other -> found(other, referral));
        });
  }

  private Original found(ReferralId original, ReferralId referral) {
    boolean known = ReferralCopies.find(original, transactions.connection()).isPresent();
    boolean repeatsThis = sql().find(REPEATS, row -> true, original, referral).isPresent();
    return new Original(original, known, repeatsThis);
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the repeats of referrals");
  }
}
