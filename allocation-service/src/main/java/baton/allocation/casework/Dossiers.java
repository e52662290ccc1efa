package baton.allocation.casework;

import baton.contract.Sealed;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.platform.referral.ReferralCopy;
import baton.platform.referral.ReferralReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Packages for forces: taken out of the sender's box, to be sealed again with the new event. */
@ApplicationScoped
public class Dossiers {
  private final ReferralReading reading;

  public Dossiers(ReferralReading reading) {
    this.reading = reading;
  }

  /**
   * The newest version of the referral; empty where its key is gone.
   *
   * @param note what the disseminating officer adds, or null
   */
  public Optional<Sealed<SealedPackage>> of(ReferralCopy copy, String note) {
    return reading
        .open(copy.sealed(), copy.sealedBy(), ReferralDetails.class)
        .map(referral -> Sealed.open(new SealedPackage(referral, note)));
  }
}
