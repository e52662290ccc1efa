package baton.platform.referral;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.access.OpenedPart;
import baton.journal.seal.KeyGone;
import baton.journal.seal.Sealer;
import baton.platform.Caller;
import baton.platform.referral.Openings.Opened;
import baton.platform.referral.Openings.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Opens personal data for a caller who may read it, and puts on record that he or she did: what
 * cannot be recorded is not shown. Every opening is a record of its own. Source: R40.
 */
@ApplicationScoped
public class ReferralReading {
  private final Sealer sealer;
  private final Openings openings;
  private final Caller caller;

  public ReferralReading(Sealer sealer, Openings openings, Caller caller) {
    this.sealer = sealer;
    this.openings = openings;
    this.caller = caller;
  }

  /**
   * What is in the box; empty once its key has been disposed of, and then nothing is recorded.
   *
   * @param sealedBy the event whose box it is
   */
  public <T> Optional<T> open(
      ReferralId referral, OpenedPart part, Sealed<T> box, EventId sealedBy, Class<T> type) {
    Optional<T> opened = unseen(box, sealedBy, type);
    opened.ifPresent(
        _ -> openings.record(Reader.of(caller), List.of(new Opened(referral, part, sealedBy))));
    return opened;
  }

  /** For what the service itself makes of it: nobody is shown it, and nothing is recorded. */
  public <T> Optional<T> unseen(Sealed<T> box, EventId sealedBy, Class<T> type) {
    try {
      return Optional.of(sealer.open(box, sealedBy, type));
    } catch (KeyGone gone) {
      return Optional.empty();
    }
  }
}
