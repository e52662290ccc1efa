package baton.allocation.handling;

import baton.allocation.handling.NewestConditions.Asked;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.referral.Conditions;
import baton.platform.referral.ReferralReading;
import baton.platform.referral.Sanitised;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Opens content for a force: without what could tell who the source is, and where it may be used
 * under conditions only once a person of the force has acknowledged them. Nothing is put on record
 * here; whoever shows it does that.
 */
@ApplicationScoped
public class ConditionalReading {
  private final ReferralReading boxes;
  private final NewestConditions newest;
  private final Transactions transactions;

  public ConditionalReading(
      ReferralReading boxes, NewestConditions newest, Transactions transactions) {
    this.boxes = boxes;
    this.newest = newest;
    this.transactions = transactions;
  }

  /**
   * What may be shown.
   *
   * @param content null where the conditions stand in its place
   * @param conditions the newest, where nobody of the force has acknowledged them, or null
   * @param conditionsId the event whose box says them, or null
   */
  public record Shown(SealedPackage content, String conditions, EventId conditionsId) {}

  /**
   * A package that was disseminated; empty once its key has been disposed of.
   *
   * @param forces in whose name it is read
   */
  public Optional<Shown> ofPackage(
      Collection<OrganisationCode> forces,
      ReferralId referral,
      Sealed<SealedPackage> box,
      EventId sealedBy) {
    return boxes
        .unseen(box, sealedBy, SealedPackage.class)
        .map(content -> shown(forces, referral, sealedBy, content));
  }

  /** As {@link #ofPackage} of a referral as its sender wrote it. */
  public Optional<Shown> ofDetails(
      Collection<OrganisationCode> forces,
      ReferralId referral,
      Sealed<ReferralDetails> box,
      EventId sealedBy) {
    return boxes
        .unseen(box, sealedBy, ReferralDetails.class)
        .map(details -> shown(forces, referral, sealedBy, new SealedPackage(details, null)));
  }

  private Shown shown(
      Collection<OrganisationCode> forces,
      ReferralId referral,
      EventId sealedBy,
      SealedPackage content) {
    Optional<Asked> own =
        content.referral() == null
            ? Optional.empty()
            : Conditions.of(content.referral()).map(said -> new Asked(sealedBy, null, said));
    // What the sender said since counts for what he sent before, too.
    Optional<Asked> since =
        newest.sent(referral).filter(asked -> asked.box().compareTo(sealedBy) > 0);
    Optional<Asked> closing = since.filter(asked -> !acknowledged(forces, referral, asked));
    if (closing.isEmpty()) closing = own.filter(asked -> !acknowledged(forces, referral, asked));
    if (closing.isEmpty()) return new Shown(Sanitised.of(content), null, null);
    Asked shown = newest.of(referral, forces).orElse(closing.get());
    return new Shown(null, shown.conditions(), shown.box());
  }

  /** Whoever acknowledged newer ones has the older ones behind him, and the same are the same. */
  private boolean acknowledged(
      Collection<OrganisationCode> forces, ReferralId referral, Asked asked) {
    List<HandlingTable.Row> rows =
        transactions.inTransaction(
            () -> HandlingTable.on(transactions.connection()).of(referral, forces));
    return rows.stream().anyMatch(row -> row.box().compareTo(asked.box()) >= 0 || same(row, asked));
  }

  private boolean same(HandlingTable.Row row, Asked asked) {
    return row.conditions() != null
        && boxes
            .unseen(row.conditions(), row.box(), String.class)
            .filter(asked.conditions()::equals)
            .isPresent();
  }
}
