package baton.allocation.feed;

import baton.allocation.caseload.Caseload;
import baton.allocation.feed.model.Content;
import baton.allocation.handling.ConditionalReading;
import baton.allocation.handling.ConditionalReading.Shown;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.feed.Withheld;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.referral.Openings;
import baton.platform.referral.Openings.Opened;
import baton.platform.referral.Openings.Reader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Entries of a force's feed as they are given out: content is opened here and kept nowhere. What
 * the force has no longer, or is offered no longer, stays closed, however old the entry is that
 * brought it.
 */
@ApplicationScoped
public class FeedReading {
  /** Of one page, before content is opened; a single entry may be longer. */
  private static final long PAGE_BYTES = 1024 * 1024;

  private final Transactions transactions;
  private final Caseload caseload;
  private final ConditionalReading boxes;
  private final Openings openings;
  private final BusinessClock clock;

  /** As far as this instance knows each feed to have been given over HTTP. */
  private final Map<OrganisationCode, Long> given = new ConcurrentHashMap<>();

  public FeedReading(
      Transactions transactions,
      Caseload caseload,
      ConditionalReading boxes,
      Openings openings,
      BusinessClock clock) {
    this.clock = clock;
    this.transactions = transactions;
    this.caseload = caseload;
    this.boxes = boxes;
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
   * anew when it gets the rest.
   */
  record OpenedAt(long position, OpenedPart part) {
    static OpenedAt of(Given given) {
      return new OpenedAt(given.position(), given.opened().part());
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
    if (!pages.entries().isEmpty()) given(force, pages.entries().getLast().position());
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
              return new Pages(given(force, entries), last);
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
  private void given(OrganisationCode force, long position) {
    if (given.getOrDefault(force, 0L) >= position) return;
    transactions.inTransaction(
        () -> {
          FeedCursors.on(transactions.connection())
              .move(FeedCursors.HTTP, force, position, clock.instant());
          return null;
        });
    given.merge(force, position, Math::max);
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
              return new Next(given(force, found).stream().findFirst().orElse(null), last);
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
    Set<ReferralId> opened =
        entries.stream()
            .map(Given::opened)
            .filter(Objects::nonNull)
            .map(Opened::referral)
            .collect(Collectors.toSet());
    return caseload.seenBy(force, opened).containsAll(opened);
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  public void requireReach(OrganisationCode force, long after) {
    long last = last(force);
    if (after > last) throw beyond(force, after, last);
  }

  private List<Given> given(OrganisationCode force, List<FeedEntry> entries) {
    Set<ReferralId> seen = caseload.seenBy(force, withContent(entries));
    var given = new ArrayList<Given>();
    for (FeedEntry entry : entries) {
      ObjectNode document = FeedDocument.of(entry);
      Opened opened =
          entry.content() == null ? null : fill(FeedDocument.data(document), entry, seen);
      given.add(new Given(entry.position(), entry.type(), document, opened));
    }
    return given;
  }

  /** What is shown of what was opened, or null. */
  private Opened fill(ObjectNode data, FeedEntry entry, Set<ReferralId> seen) {
    if (!seen.contains(entry.referral())) {
      FeedDocument.withhold(data, Withheld.NOT_YOURS);
      return null;
    }
    Shown shown = open(entry).orElse(null);
    if (shown == null) {
      FeedDocument.withhold(data, Withheld.DISPOSED_OF);
      return null;
    }
    if (shown.conditions() != null) {
      FeedDocument.withhold(data, shown.conditions(), shown.conditionsId());
      return new Opened(entry.referral(), OpenedPart.CONDITIONS, shown.conditionsId());
    }
    FeedDocument.give(data, shown.content());
    OpenedPart part =
        switch (entry.content().form()) {
          case PACKAGE -> OpenedPart.PACKAGE;
          case DETAILS -> OpenedPart.REFERRAL;
        };
    return new Opened(entry.referral(), part, entry.content().sealedBy());
  }

  /** Empty once its key has been disposed of. */
  private Optional<Shown> open(FeedEntry entry) {
    Content content = entry.content();
    Set<OrganisationCode> force = Set.of(entry.force());
    return switch (content.form()) {
      case PACKAGE ->
          boxes.ofPackage(force, entry.referral(), content.sealed(), content.sealedBy());
      case DETAILS ->
          boxes.ofDetails(force, entry.referral(), content.sealed(), content.sealedBy());
    };
  }

  private static Set<ReferralId> withContent(List<FeedEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.content() != null)
        .map(FeedEntry::referral)
        .collect(Collectors.toSet());
  }

  private static RuntimeException beyond(OrganisationCode force, long after, long last) {
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
