package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The referral was offered to a force, with the package it needs to act. Custody stays with the
 * sender until the force accepts (R2).
 *
 * @param number counts the disseminations of this referral, from 1
 * @param from who let go of it last
 * @param reference the sender's own reference
 * @param urgent to be dealt with within the hour
 */
@JsonTypeName("baton.case-disseminated.v1")
@JsonPropertyOrder({"referral", "number", "from", "force", "reference", "urgent", "sealed"})
public record CaseDisseminated(
    ReferralId referral,
    int number,
    OrganisationCode from,
    OrganisationCode force,
    String reference,
    boolean urgent,
    Sealed<SealedPackage> sealed)
    implements AllocationEvent, HoldsPersonalData<SealedPackage, CaseDisseminated> {
  public CaseDisseminated {
    requireNonNull(referral);
    requireNonNull(from);
    requireNonNull(force);
    requireNonNull(reference);
  }

  @Override
  public CaseDisseminated withSealed(Sealed<SealedPackage> box) {
    return new CaseDisseminated(referral, number, from, force, reference, urgent, box);
  }
}
