package baton.platform.referral;

import baton.contract.EventId;
import baton.contract.Sealed;
import baton.journal.seal.KeyGone;
import baton.journal.seal.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Opens personal data for somebody who may read it. */
@ApplicationScoped
public class ReferralReading {
  private final Sealer sealer;

  public ReferralReading(Sealer sealer) {
    this.sealer = sealer;
  }

  /** What is in the box; empty once its key has been disposed of. */
  public <T> Optional<T> open(Sealed<T> box, EventId sealedBy, Class<T> type) {
    try {
      return Optional.of(sealer.open(box, sealedBy, type));
    } catch (KeyGone gone) {
      return Optional.empty();
    }
  }
}
