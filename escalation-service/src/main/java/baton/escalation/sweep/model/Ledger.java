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

  /**
   * @param asAt what was recorded later is left out; {@link Instant#MAX} for everything
   */
  public Ledger(PolicyBook policy, Instant asAt) {
    this.asAt = asAt;
    this.fold = new LogFold(policy);
  }

  public void apply(Recorded<? extends BatonEvent> event) {
    if (!event.recordedTime().isAfter(asAt)) fold.apply(event);
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
