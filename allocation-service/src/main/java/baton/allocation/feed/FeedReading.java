package baton.allocation.feed;

import baton.allocation.caseload.Caseload;
import baton.allocation.feed.model.Content;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.SealedPackage;
import baton.contract.feed.Withheld;
import baton.contract.intake.ReferralDetails;
import baton.journal.seal.KeyGone;
import baton.journal.seal.Sealer;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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
  private final Sealer sealer;

  public FeedReading(Transactions transactions, Caseload caseload, Sealer sealer) {
    this.transactions = transactions;
    this.caseload = caseload;
    this.sealer = sealer;
  }

  /** An entry as a document, and where it stands. */
  record Given(long position, String type, ObjectNode document) {}

  /**
   * @param last the place of the feed's last entry when they were read
   */
  record Pages(List<Given> entries, long last) {}

  /**
   * What stands behind a place, oldest first.
   *
   * @param limit at most so many; fewer where they are long
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  Pages behind(OrganisationCode force, long after, int limit) {
    return transactions.inTransaction(
        () -> {
          FeedTable feed = FeedTable.on(transactions.connection());
          List<FeedEntry> entries = feed.page(force, after, limit, PAGE_BYTES);
          long last = feed.last(force);
          if (after > last) throw beyond(force, after, last);
          return new Pages(given(force, entries), last);
        });
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
      if (entry.content() != null) fill(FeedDocument.data(document), entry, seen);
      given.add(new Given(entry.position(), entry.type(), document));
    }
    return given;
  }

  private void fill(ObjectNode data, FeedEntry entry, Set<ReferralId> seen) {
    if (!seen.contains(entry.referral())) {
      FeedDocument.withhold(data, Withheld.NOT_YOURS);
      return;
    }
    open(entry.content())
        .ifPresentOrElse(
            content -> FeedDocument.give(data, content),
            () -> FeedDocument.withhold(data, Withheld.DISPOSED_OF));
  }

  /** Empty once its key has been disposed of. */
  private Optional<SealedPackage> open(Content content) {
    try {
      return Optional.of(
          switch (content.form()) {
            case PACKAGE -> sealer.open(content.sealed(), content.sealedBy(), SealedPackage.class);
            case DETAILS ->
                new SealedPackage(
                    sealer.open(content.sealed(), content.sealedBy(), ReferralDetails.class), null);
          });
    } catch (KeyGone gone) {
      return Optional.empty();
    }
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
