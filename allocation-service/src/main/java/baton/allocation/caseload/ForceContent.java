package baton.allocation.caseload;

import baton.allocation.caseload.CaseDetail.Content;
import baton.allocation.caseload.CaseDetail.Dissemination;
import baton.allocation.handling.ConditionalReading;
import baton.allocation.handling.ConditionalReading.Shown;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.referral.Openings;
import baton.platform.referral.Openings.Opened;
import baton.platform.referral.Openings.Reader;
import baton.platform.referral.ReferralCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a force is shown of a case's content; what is shown is on record first. */
@ApplicationScoped
class ForceContent {
  private final ConditionalReading boxes;
  private final Openings openings;
  private final Transactions transactions;
  private final Caller caller;

  ForceContent(
      ConditionalReading boxes, Openings openings, Transactions transactions, Caller caller) {
    this.boxes = boxes;
    this.openings = openings;
    this.transactions = transactions;
    this.caller = caller;
  }

  /**
   * @param own in whose name it is read
   * @param disseminations those that they are shown
   */
  Content of(Set<OrganisationCode> own, ReferralId referral, List<Dissemination> disseminations) {
    return disseminations.isEmpty()
        ? undisseminated(own, referral)
        : offered(own, referral, disseminations.getLast());
  }

  private Content offered(Set<OrganisationCode> own, ReferralId referral, Dissemination offer) {
    return shown(
        boxes.ofPackage(own, referral, offer.sealed(), offer.sealedBy()),
        referral,
        OpenedPart.PACKAGE,
        offer.sealedBy());
  }

  /** What the force brought in itself. */
  private Content undisseminated(Set<OrganisationCode> own, ReferralId referral) {
    return transactions
        .inTransaction(() -> ReferralCopies.find(referral, transactions.connection()))
        .map(
            copy ->
                shown(
                    boxes.ofDetails(own, referral, copy.sealed(), copy.sealedBy()),
                    referral,
                    OpenedPart.REFERRAL,
                    copy.sealedBy()))
        .orElseGet(() -> Content.of(Optional.empty()));
  }

  private Content shown(
      Optional<Shown> shown, ReferralId referral, OpenedPart part, EventId sealedBy) {
    if (shown.isEmpty()) return Content.of(Optional.empty());
    Opened opened =
        shown.get().conditions() == null
            ? new Opened(referral, part, sealedBy)
            : new Opened(referral, OpenedPart.CONDITIONS, shown.get().conditionsId());
    openings.record(Reader.of(caller), List.of(opened));
    return Content.of(shown.get());
  }
}
