package baton.escalation.sweep.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.custody.LogFold;
import baton.policy.PolicyBook;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep makes of the log: every referral, in memory, from the first event on. */
public final class Ledger {
  private final Instant asAt;
  private final LogFold fold;
  private Instant latest = Instant.MIN;

  /**
   * @param policy what counts before anything is adopted; the register is to be applied first
   * @param asAt what was recorded later is left out; {@link Instant#MAX} for everything
   */
  public Ledger(PolicyBook policy, Instant asAt) {
    this.asAt = asAt;
    this.fold = new LogFold(policy);
  }

  public void apply(Recorded<? extends BatonEvent> event) {
    if (event.recordedTime().isAfter(asAt)) return;
    fold.apply(event);
    if (event.referral() != null && event.recordedTime().isAfter(latest))
      latest = event.recordedTime();
  }

  /** Whether an adoption would have made a difference to what was applied before it. */
  public boolean comesLate(Recorded<? extends BatonEvent> event) {
    return fold.policy().changedBy(event).filter(since -> !since.isAfter(latest)).isPresent();
  }

  /** All that was adopted so far. */
  public PolicyBook policy() {
    return fold.policy();
  }

  public Map<ReferralId, Custody> states() {
    return fold.states();
  }

  public Map<FindingKind, Integer> findings(Instant now) {
    var found = new TreeMap<FindingKind, Integer>();
    for (Custody custody : states().values())
      for (Finding finding : Findings.of(custody, now))
        found.merge(finding.kind(), 1, Integer::sum);
    return found;
  }
}
