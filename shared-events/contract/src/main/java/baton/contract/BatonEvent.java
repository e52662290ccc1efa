package baton.contract;

import baton.contract.access.AccessEvent;

/**
 * A fact that was recorded. Stored as it was first written and never changed; a new shape is a new
 * version with an upcaster. The wire name stands in {@code @JsonTypeName} and is chosen by hand.
 */
public sealed interface BatonEvent
    permits ReferralEvent, RegisterEvent, AccessEvent, Unrecognised {}
