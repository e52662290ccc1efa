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
import baton.policy.PolicyBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who had it at a moment: the archived events recorded up to it, in log order, through the fold
 * that the board and the sweep use as well. Source: design section 3, "time".
 */
@ApplicationScoped
public class ArchiveReplay {
  private final ArchivePages archive;
  private final PolicyBook policy;
  private final EventCodec codec = new EventCodec();

  public ArchiveReplay(ArchivePages archive, PolicyBook policy) {
    this.archive = archive;
    this.policy = policy;
  }

  /** One referral; empty where nothing was recorded of it by then. */
  public Optional<Custody> at(ReferralId referral, Instant asAt) {
    var fold = new LogFold(policy);
    archive.<RuntimeException>ofReferral(
        referral,
        event -> {
          if (!event.recordedTime().isAfter(asAt)) decode(event).ifPresent(fold::apply);
        });
    return Optional.ofNullable(fold.states().get(referral));
  }

  /** Every referral of which something was recorded by then. */
  public Map<ReferralId, Custody> at(Instant asAt) {
    var fold = new LogFold(policy);
    archive.<RuntimeException>ofTopic(
        Topics.REFERRALS, asAt, event -> decode(event).ifPresent(fold::apply));
    return fold.states();
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
