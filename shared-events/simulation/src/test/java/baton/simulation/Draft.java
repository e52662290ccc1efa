package baton.simulation;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.ReferralId;

/**
 * An event that is to be appended. Its place in its stream was taken when the stream was loaded.
 *
 * @param referral null on the register
 * @param causation or null
 */
public record Draft(
    String stream, long sequence, ReferralId referral, BatonEvent event, EventId causation) {}
