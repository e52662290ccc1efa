package baton.allocation.roster;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.allocation.RosterEvent;
import baton.journal.store.AppendListener;
import baton.platform.roster.RosterTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;

/** Keeps the roster's tables in the transaction that appends its events. */
@ApplicationScoped
public class RosterRows implements AppendListener {
  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    RosterTable roster = RosterTable.on(transaction);
    for (var recorded : events)
      if (recorded.event() instanceof RosterEvent change) roster.apply(change);
  }
}
