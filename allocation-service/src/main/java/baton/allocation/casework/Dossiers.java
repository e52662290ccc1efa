package baton.allocation.casework;

import baton.contract.Sealed;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.journal.seal.Sealer;
import baton.platform.referral.ReferralCopy;
import jakarta.enterprise.context.ApplicationScoped;

/** Packages for forces: taken out of the sender's box, to be sealed again with the new event. */
@ApplicationScoped
public class Dossiers {
  private final Sealer sealer;

  public Dossiers(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * The newest version of the referral.
   *
   * @param note what the disseminating officer adds, or null
   * @throws baton.journal.seal.KeyGone if its key was disposed of: there is nothing left to give
   */
  public Sealed<SealedPackage> of(ReferralCopy copy, String note) {
    ReferralDetails referral = sealer.open(copy.sealed(), copy.sealedBy(), ReferralDetails.class);
    return Sealed.open(new SealedPackage(referral, note));
  }
}
