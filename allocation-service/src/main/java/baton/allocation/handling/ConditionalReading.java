package baton.allocation.handling;

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
  private final Transactions transactions;

  public ConditionalReading(ReferralReading boxes, Transactions transactions) {
    this.boxes = boxes;
    this.transactions = transactions;
  }

  /**
   * What may be shown.
   *
   * @param content null where the conditions stand in its place
   * @param conditions those that nobody of the force has acknowledged, or null
   */
  public record Shown(SealedPackage content, String conditions) {}

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
    SealedPackage given = Sanitised.of(content);
    Optional<String> conditions =
        content.referral() == null ? Optional.empty() : Conditions.of(content.referral());
    return conditions
        .filter(asked -> !acknowledged(forces, referral, sealedBy, asked))
        .map(asked -> new Shown(null, asked))
        .orElseGet(() -> new Shown(given, null));
  }

  /** Whoever acknowledged newer ones has the older ones behind him, and the same are the same. */
  private boolean acknowledged(
      Collection<OrganisationCode> forces, ReferralId referral, EventId sealedBy, String asked) {
    List<HandlingTable.Row> rows =
        transactions.inTransaction(
            () -> HandlingTable.on(transactions.connection()).of(referral, forces));
    return rows.stream().anyMatch(row -> row.box().compareTo(sealedBy) >= 0 || same(row, asked));
  }

  private boolean same(HandlingTable.Row row, String asked) {
    return row.conditions() != null
        && boxes
            .unseen(row.conditions(), row.box(), String.class)
            .filter(asked::equals)
            .isPresent();
  }
}
