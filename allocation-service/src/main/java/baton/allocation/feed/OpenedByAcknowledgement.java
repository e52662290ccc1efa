package baton.allocation.feed;

import baton.allocation.feed.model.Draft;
import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.access.HandlingAcknowledged;
import baton.journal.store.AppendListener;
import baton.journal.store.Transactions;
import baton.platform.DatabaseFailed;
import baton.platform.board.CustodyBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What opens to a force because a person of it acknowledged the conditions is told on its feed once
 * more, whole: who has the feed on a topic, or by a webhook, reads no older entry again. In the
 * transaction that records the acknowledgement.
 */
@ApplicationScoped
public class OpenedByAcknowledgement implements AppendListener {
  private final CustodyBoard board;
  private final FeedNews news;
  private final Transactions transactions;

  public OpenedByAcknowledgement(CustodyBoard board, FeedNews news, Transactions transactions) {
    this.board = board;
    this.news = news;
    this.transactions = transactions;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      if (recorded.event() instanceof HandlingAcknowledged acknowledged)
        tell(acknowledged, recorded, transaction);
  }

  private void tell(
      HandlingAcknowledged acknowledged,
      Recorded<? extends BatonEvent> recorded,
      Connection transaction) {
    try {
      for (var custody : board.find(List.of(acknowledged.referral()), transaction).values())
        StandingNow.of(custody, acknowledged.force(), recorded.recordedTime(), transaction)
            .map(draft -> draft.because(recorded.id()))
            .ifPresent(draft -> append(draft, transaction));
    } catch (SQLException e) {
      throw new DatabaseFailed("the board could not be read", e);
    }
  }

  private void append(Draft draft, Connection transaction) {
    FeedTable.on(transaction).append(List.of(draft));
    transactions.afterCommit(() -> news.of(Set.of(draft.force())));
  }
}
