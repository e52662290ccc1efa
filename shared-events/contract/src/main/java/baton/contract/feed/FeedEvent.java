package baton.contract.feed;

import baton.contract.ReferralId;

/**
 * What one force's feed tells of a referral, or of a command of the force: the {@code data} of a
 * CloudEvents document whose {@code type} is the wire name. Within a version fields are only added;
 * a reader ignores what it does not know. Written by allocation-service only.
 */
public sealed interface FeedEvent
    permits Disseminated,
        StillOpen,
        Updated,
        Regraded,
        Withdrawn,
        Transferred,
        DeadlineChanged,
        CommandAnswered {
  /** Null only for the answer to a command that named none. */
  ReferralId referral();
}
