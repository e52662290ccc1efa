package baton.contract.access;

import baton.contract.BatonEvent;
import baton.contract.ReferralId;

/**
 * Who saw what (R40): written to {@code baton.access} and never to the referral's own story, which
 * a reading must not change. Written by any service that opens what is sealed.
 */
public sealed interface AccessEvent extends BatonEvent
    permits PersonalDataOpened, HandlingAcknowledged {
  /** Whose personal data it was. */
  ReferralId referral();
}
