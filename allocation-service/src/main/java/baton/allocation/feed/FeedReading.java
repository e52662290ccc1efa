package baton.allocation.feed;

import baton.allocation.feed.FeedTaken.Stretch;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.access.OpenedPart;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.referral.Openings;
import baton.platform.referral.Openings.Opened;
import baton.platform.referral.Openings.Reader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a force's feed on from a place, for whoever is given it: what is opened for it is put on
 * record before.
 */
@ApplicationScoped
public class FeedReading {
  /** Of one page, before content is opened; a single entry may be longer. */
  private static final long PAGE_BYTES = 1024 * 1024;

  private final Transactions transactions;
  private final FeedContent content;
  private final Openings openings;

  /** What this instance knows of each feed to have been given over HTTP last. */
  private final Map<OrganisationCode, Stretch> given = new ConcurrentHashMap<>();

  public FeedReading(Transactions transactions, FeedContent content, Openings openings) {
    this.transactions = transactions;
    this.content = content;
    this.openings = openings;
  }

  /**
   * An entry as a document, and where it stands.
   *
   * @param opened what was opened for it, or null
   */
  public record Given(long position, String type, ObjectNode document, Opened opened) {}

  /**
   * What was opened at a place of a feed: what a force was shown of the conditions only is opened
   * anew when it gets the rest, or other conditions that the sender makes meanwhile.
   *
   * @param sealedBy whose box it was, or whose conditions
   */
  record OpenedAt(long position, OpenedPart part, EventId sealedBy) {
    static OpenedAt of(Given given) {
      Opened opened = given.opened();
      return new OpenedAt(given.position(), opened.part(), opened.sealedBy());
    }
  }

  /**
   * @param last the place of the feed's last entry when they were read
   */
  record Pages(List<Given> entries, long last) {}

  /**
   * What stands behind a place, oldest first. What is opened for it is on record before it is
   * given.
   *
   * @param reader who is shown it
   * @param limit at most so many; fewer where they are long
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  Pages behind(Reader reader, OrganisationCode force, long after, int limit) {
    Pages pages = behind(reader, force, after, limit, PAGE_BYTES, new HashSet<>());
    if (!pages.entries().isEmpty())
      given(force, new Stretch(after, pages.entries().getLast().position()));
    return pages;
  }

  /**
   * @param bytes before content is opened; a single entry may be longer
   * @param recorded openings that are on record already, because the entries were to be given
   *     before and could not; those of this time are added
   */
  Pages behind(
      Reader reader,
      OrganisationCode force,
      long after,
      int limit,
      long bytes,
      Set<OpenedAt> recorded) {
    Pages pages =
        transactions.inTransaction(
            () -> {
              FeedTable feed = FeedTable.on(transactions.connection());
              List<FeedEntry> entries = feed.page(force, after, limit, bytes);
              long last = feed.last(force);
              if (after > last) throw beyond(force, after, last);
              return new Pages(content.of(force, entries), last);
            });
    List<Given> opened =
        pages.entries().stream()
            .filter(entry -> entry.opened() != null && !recorded.contains(OpenedAt.of(entry)))
            .toList();
    openings.record(reader, opened.stream().map(Given::opened).toList());
    opened.forEach(entry -> recorded.add(OpenedAt.of(entry)));
    return pages;
  }

  /** What was given is given for good: only what is new is written down. */
  private void given(OrganisationCode force, Stretch taken) {
    Stretch known = given.get(force);
    if (known != null && known.holds(taken)) return;
    Stretch whole =
        transactions.inTransaction(() -> FeedTaken.on(transactions.connection()).add(force, taken));
    given.put(force, whole);
  }

  /**
   * The first entry behind a place that a consumer of its own wants, opened for the force and put
   * on record.
   *
   * @param entry null where there is none
   * @param last the place of the feed's last entry, before which nothing else was wanted
   */
  public record Next(Given entry, long last) {}

  /**
   * @param types wire names of those that are wanted; empty: all
   * @param deliveredTo where it is sent, for the record
   */
  public Next next(
      OrganisationCode force, long after, Collection<String> types, String deliveredTo) {
    Next next =
        transactions.inTransaction(
            () -> {
              FeedTable feed = FeedTable.on(transactions.connection());
              long last = feed.last(force);
              List<FeedEntry> found = feed.next(force, after, types).stream().toList();
              return new Next(content.of(force, found).stream().findFirst().orElse(null), last);
            });
    if (next.entry() != null && next.entry().opened() != null)
      openings.record(Reader.subscribed(force, deliveredTo), List.of(next.entry().opened()));
    return next;
  }

  /** The place of a feed's last entry, 0 where there is none. */
  public long last(OrganisationCode force) {
    return transactions.inTransaction(() -> FeedTable.on(transactions.connection()).last(force));
  }

  /** Whether all that was opened for these entries may still be shown. */
  public boolean stillShown(OrganisationCode force, List<Given> entries) {
    return content.stillShown(force, entries);
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  public void requireReach(OrganisationCode force, long after) {
    long last = last(force);
    if (after > last) throw beyond(force, after, last);
  }

  static RuntimeException beyond(OrganisationCode force, long after, long last) {
    return Problems.of(
        409,
        "feed-does-not-reach",
        "Refused as things stand",
        "the feed of "
            + force
            + " ends at "
            + last
            + " and you ask for what follows "
            + after
            + ": either that is another force's place, or Baton was restored from an older state;"
            + " read again from a place before "
            + last
            + " and skip the ids that you have");
  }
}
