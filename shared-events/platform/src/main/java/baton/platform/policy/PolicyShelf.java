package baton.platform.policy;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The policy that this service folds by: read again only where something was adopted since. */
@ApplicationScoped
public class PolicyShelf {
  /**
   * @param books as it was on record from each of these moments on
   */
  private record Read(
      String edition,
      List<Recorded<? extends BatonEvent>> adoptions,
      NavigableMap<Instant, PolicyBook> books) {

    static Read of(String edition, List<Recorded<? extends BatonEvent>> adoptions) {
      var books = new TreeMap<Instant, PolicyBook>();
      PolicyBook book = Defaults.book();
      books.put(Instant.MIN, book);
      for (var adoption : adoptions) {
        book = book.with(adoption);
        books.put(adoption.recordedTime(), book);
      }
      return new Read(edition, adoptions, books);
    }
  }

  private volatile Read read = Read.of("", List.of());

  /** As the transaction sees it. */
  public PolicyBook book(Connection transaction) {
    return read(transaction).books().lastEntry().getValue();
  }

  /** As it was on record then: what was adopted later does not count, from whenever it counts. */
  public PolicyBook bookAsAt(Instant asAt, Connection transaction) {
    return read(transaction).books().floorEntry(asAt).getValue();
  }

  /** What counted by then, whenever it was put on record. */
  public PolicyBook bookInEffect(Instant asAt, Connection transaction) {
    PolicyBook book = Defaults.book();
    for (var adoption : read(transaction).adoptions())
      if (PolicyBook.countsFrom(adoption.event()).filter(from -> !from.isAfter(asAt)).isPresent())
        book = book.with(adoption);
    return book;
  }

  private Read read(Connection transaction) {
    PolicyTable table = PolicyTable.on(transaction);
    String edition = table.edition();
    Read known = read;
    if (known.edition().equals(edition)) return known;
    Read now = Read.of(edition, table.all());
    read = now;
    return now;
  }
}
