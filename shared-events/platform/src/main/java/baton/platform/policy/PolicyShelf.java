package baton.platform.policy;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** The policy that this service folds by: read again only where something was adopted since. */
@ApplicationScoped
public class PolicyShelf {
  private record Read(String edition, PolicyBook book) {}

  private volatile Read read = new Read("", Defaults.book());

  /** As the transaction sees it. */
  public PolicyBook book(Connection transaction) {
    PolicyTable table = PolicyTable.on(transaction);
    String edition = table.edition();
    Read known = read;
    if (known.edition().equals(edition)) return known.book();
    PolicyBook book = bookOf(table.all());
    read = new Read(edition, book);
    return book;
  }

  /** As it was on record then. */
  public PolicyBook bookAsAt(Instant asAt, Connection transaction) {
    return bookOf(PolicyTable.on(transaction).recordedUpTo(asAt));
  }

  private static PolicyBook bookOf(List<Recorded<? extends BatonEvent>> adoptions) {
    PolicyBook book = Defaults.book();
    for (var adoption : adoptions) book = book.with(adoption);
    return book;
  }
}
