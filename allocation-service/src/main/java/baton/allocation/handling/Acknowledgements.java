package baton.allocation.handling;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.access.HandlingAcknowledged;
import baton.journal.store.AppendListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;

/** Keeps what was acknowledged, in the transaction that records it. */
@ApplicationScoped
public class Acknowledgements implements AppendListener {
  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      if (recorded.event() instanceof HandlingAcknowledged acknowledged)
        HandlingTable.on(transaction).add(acknowledged, recorded.recordedTime());
  }
}
