package baton.allocation.feed;

import baton.allocation.caseload.Caseload;
import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.model.Content;
import baton.allocation.handling.ConditionalReading;
import baton.allocation.handling.ConditionalReading.Shown;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.feed.Withheld;
import baton.journal.seal.Tampered;
import baton.platform.referral.Openings.Opened;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of its feed a force is shown: content is opened here and kept nowhere. What the force has no
 * longer, or is offered no longer, stays closed, however old the entry is that brought it.
 */
@ApplicationScoped
class FeedContent {
  private static final Logger LOG = LoggerFactory.getLogger(FeedContent.class);

  private final Caseload caseload;
  private final ConditionalReading boxes;
  private final Counter unreadable;

  FeedContent(Caseload caseload, ConditionalReading boxes, MeterRegistry meters) {
    this.caseload = caseload;
    this.boxes = boxes;
    this.unreadable = meters.counter("baton.feed.unreadable");
  }

  /** Whether all that was opened for these entries may still be shown. */
  boolean stillShown(OrganisationCode force, List<Given> entries) {
    Set<ReferralId> opened =
        entries.stream()
            .map(Given::opened)
            .filter(Objects::nonNull)
            .map(Opened::referral)
            .collect(Collectors.toSet());
    return caseload.seenBy(force, opened).containsAll(opened);
  }

  /** As they are given out now, on the transaction that is bound. */
  List<Given> of(OrganisationCode force, List<FeedEntry> entries) {
    Set<ReferralId> seen = caseload.seenBy(force, withContent(entries));
    var given = new ArrayList<Given>();
    for (FeedEntry entry : entries) {
      ObjectNode document = FeedDocument.of(entry);
      Opened opened = entry.content() == null ? null : filled(document, entry, seen);
      given.add(new Given(entry.position(), entry.type(), document, opened));
    }
    return given;
  }

  /** One box that was damaged must not hold up what stands behind it. */
  private Opened filled(ObjectNode document, FeedEntry entry, Set<ReferralId> seen) {
    try {
      return fill(FeedDocument.data(document), entry, seen);
    } catch (Tampered damaged) {
      unreadable.increment();
      LOG.error(
          "Entry {} of the feed of {} holds a box that does not open, and is given without it",
          entry.position(),
          entry.force(),
          damaged);
      FeedDocument.unreadable(document);
      return null;
    }
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
}
