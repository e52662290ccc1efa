package baton.allocation.feed;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.allocation.DisseminationsReceived;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Keeps what forces' systems said to have received, in the transaction that records it. */
@ApplicationScoped
public class FeedReceipts implements AppendListener {
  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      if (recorded.event() instanceof DisseminationsReceived received)
        keep(received, recorded.recordedTime(), transaction);
  }

  private static void keep(DisseminationsReceived e, Instant at, Connection transaction) {
    Sql.on(transaction, "the receipts of feeds")
        .update(
            "insert into feed_receipt (force, up_to, received_at) values (?, ?, ?)"
                + " on conflict do nothing",
            e.force(),
            e.upTo(),
            at);
    FeedCursors.on(transaction).move(FeedCursors.RECEIPT, e.force(), e.upTo(), at);
  }
}
