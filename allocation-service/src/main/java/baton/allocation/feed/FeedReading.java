package baton.allocation.feed;

import baton.allocation.caseload.Caseload;
import baton.allocation.feed.model.Content;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.allocation.SealedPackage;
import baton.contract.feed.Withheld;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.referral.Openings;
import baton.platform.referral.Openings.Opened;
import baton.platform.referral.Openings.Reader;
import baton.platform.referral.ReferralReading;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final ReferralReading boxes;
  private final Openings openings;

  public FeedReading(
      Transactions transactions, Caseload caseload, ReferralReading boxes, Openings openings) {
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
  record Given(long position, String type, ObjectNode document, Opened opened) {}

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
    Pages pages =
        transactions.inTransaction(
            () -> {
              FeedTable feed = FeedTable.on(transactions.connection());
              List<FeedEntry> entries = feed.page(force, after, limit, PAGE_BYTES);
              long last = feed.last(force);
              if (after > last) throw beyond(force, after, last);
              return new Pages(given(force, entries), last);
            });
    openings.record(
        reader, pages.entries().stream().map(Given::opened).filter(Objects::nonNull).toList());
    return pages;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  void requireReach(OrganisationCode force, long after) {
    long last =
        transactions.inTransaction(() -> FeedTable.on(transactions.connection()).last(force));
    if (after > last) throw beyond(force, after, last);
  }

  private List<Given> given(OrganisationCode force, List<FeedEntry> entries) {
    Set<ReferralId> seen = caseload.seenBy(force, withContent(entries));
    var given = new ArrayList<Given>();
    for (FeedEntry entry : entries) {
      ObjectNode document = FeedDocument.of(entry);
      boolean shown = entry.content() != null && fill(FeedDocument.data(document), entry, seen);
      given.add(new Given(entry.position(), entry.type(), document, shown ? opened(entry) : null));
    }
    return given;
  }

  /** Whether anything was opened. */
  private boolean fill(ObjectNode data, FeedEntry entry, Set<ReferralId> seen) {
    if (!seen.contains(entry.referral())) {
      FeedDocument.withhold(data, Withheld.NOT_YOURS);
      return false;
    }
    Optional<SealedPackage> content = open(entry.content());
    content.ifPresentOrElse(
        opened -> FeedDocument.give(data, opened),
        () -> FeedDocument.withhold(data, Withheld.DISPOSED_OF));
    return content.isPresent();
  }

  /** Empty once its key has been disposed of. */
  private Optional<SealedPackage> open(Content content) {
    return switch (content.form()) {
      case PACKAGE -> boxes.unseen(content.sealed(), content.sealedBy(), SealedPackage.class);
      case DETAILS ->
          boxes
              .unseen(content.sealed(), content.sealedBy(), ReferralDetails.class)
              .map(details -> new SealedPackage(details, null));
    };
  }

  private static Opened opened(FeedEntry entry) {
    OpenedPart part =
        switch (entry.content().form()) {
          case PACKAGE -> OpenedPart.PACKAGE;
          case DETAILS -> OpenedPart.REFERRAL;
        };
    return new Opened(entry.referral(), part, entry.content().sealedBy());
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
