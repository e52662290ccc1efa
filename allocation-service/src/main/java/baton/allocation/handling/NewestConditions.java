package baton.allocation.handling;

import baton.allocation.caseload.CaseDetail.Dissemination;
import baton.allocation.caseload.Caseload;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.referral.Conditions;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions that count: those said last, to the force or by the sender. */
@ApplicationScoped
class NewestConditions {
  private final Caseload caseload;
  private final ReferralReading boxes;
  private final Transactions transactions;

  NewestConditions(Caseload caseload, ReferralReading boxes, Transactions transactions) {
    this.caseload = caseload;
    this.boxes = boxes;
    this.transactions = transactions;
  }

  /**
   * Conditions and the event whose box says them.
   *
   * @param key that of the box
   */
  record Asked(EventId box, String key, String conditions) {}

  /** Of the packages that the forces were given and of what the sender sent since. */
  Optional<Asked> of(ReferralId referral, Collection<OrganisationCode> forces) {
    Stream<Asked> given =
        caseload.disseminations(referral, Set.copyOf(forces)).stream()
            .filter(offer -> offer.sealed() != null)
            .flatMap(offer -> ofPackage(offer).stream());
    return Stream.concat(given, sent(referral).stream()).max(Comparator.comparing(Asked::box));
  }

  /** Of what the sender sent last; empty where that may be used without any. */
  Optional<Asked> sent(ReferralId referral) {
    return transactions
        .inTransaction(() -> ReferralCopies.find(referral, transactions.connection()))
        .flatMap(
            copy ->
                boxes
                    .unseen(copy.sealed(), copy.sealedBy(), ReferralDetails.class)
                    .flatMap(Conditions::of)
                    .map(said -> new Asked(copy.sealedBy(), copy.sealed().key(), said)));
  }

  private Optional<Asked> ofPackage(Dissemination offer) {
    return boxes
        .unseen(offer.sealed(), offer.sealedBy(), SealedPackage.class)
        .map(SealedPackage::referral)
        .flatMap(Conditions::of)
        .map(said -> new Asked(offer.sealedBy(), offer.sealed().key(), said));
  }
}
