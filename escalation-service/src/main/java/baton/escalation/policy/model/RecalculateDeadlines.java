package baton.escalation.policy.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.DeadlinesRecalculated;
import baton.decision.Command;

/** Set what runs of one referral anew, by this version of an organisation's timescales. */
public record RecalculateDeadlines(
    ReferralId referral, OrganisationCode organisation, String version, PersonId by, String reason)
    implements Command {
  @Override
  public String stream() {
    return stream(referral);
  }

  public static String stream(ReferralId referral) {
    return "recalculation-" + referral;
  }

  public DeadlinesRecalculated event() {
    return new DeadlinesRecalculated(referral, organisation, version, by, reason);
  }
}
