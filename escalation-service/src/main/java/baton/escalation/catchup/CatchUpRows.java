package baton.escalation.catchup;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.escalation.CatchUpPlanAdopted;
import baton.contract.intake.ReferralOriginated;
import baton.journal.store.AppendListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/** Keeps the plans as they are adopted, and which referrals came in under which. */
@ApplicationScoped
public class CatchUpRows implements AppendListener {
  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      if (recorded.event() instanceof CatchUpPlanAdopted adopted)
        CatchUpTable.on(transaction).adopted(adopted, recorded.recordedTime());
  }

  /** What the reader has read, in its transaction. */
  public void read(
      Collection<? extends Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      if (recorded.event() instanceof ReferralOriginated e && e.plan() != null)
        CatchUpTable.on(transaction).originated(e.referral(), e.plan(), e.organisation(), e.team());
  }
}
