package baton.escalation.replay;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.escalation.archive.ArchivePages;
import baton.escalation.archive.ArchivePages.Archived;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Topics;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.Transactions;
import baton.platform.policy.PolicyShelf;
import baton.policy.PolicyBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who had it at a moment: the archived events recorded up to it, in log order, through the fold
 * that the board and the sweep use as well, by the policy that was on record then. Source: design
 * section 3, "time".
 */
@ApplicationScoped
public class ArchiveReplay {
  private final ArchivePages archive;
  private final Transactions transactions;
  private final PolicyShelf policies;
  private final EventCodec codec = new EventCodec();

  public ArchiveReplay(ArchivePages archive, Transactions transactions, PolicyShelf policies) {
    this.archive = archive;
    this.transactions = transactions;
    this.policies = policies;
  }

  /** One referral; empty where nothing was recorded of it by then. */
  public Optional<Custody> at(ReferralId referral, Instant asAt) {
    return of(referral, policy(asAt), event -> !event.recordedTime().isAfter(asAt));
  }

  /**
   * One referral by another policy than it was folded by.
   *
   * @param which of its archived events
   */
  public Optional<Custody> of(ReferralId referral, PolicyBook policy, Predicate<Archived> which) {
    var fold = new LogFold(policy);
    archive.<RuntimeException>ofReferral(
        referral,
        event -> {
          if (which.test(event)) decode(event).ifPresent(fold::apply);
        });
    return Optional.ofNullable(fold.states().get(referral));
  }

  /** Every referral of which something was recorded by then. */
  public Map<ReferralId, Custody> at(Instant asAt) {
    var fold = new LogFold(policy(asAt));
    archive.<RuntimeException>ofTopic(
        Topics.REFERRALS, asAt, event -> decode(event).ifPresent(fold::apply));
    return fold.states();
  }

  private PolicyBook policy(Instant asAt) {
    return transactions.inTransaction(() -> policies.bookAsAt(asAt, transactions.connection()));
  }

  /** What cannot be read cannot be folded; the reader has parked it and says so. */
  private Optional<Recorded<? extends BatonEvent>> decode(Archived archived) {
    try {
      return Optional.of(codec.decode(Envelope.parse(archived.value())));
    } catch (UnreadableEvent parked) {
      return Optional.empty();
    }
  }
}
