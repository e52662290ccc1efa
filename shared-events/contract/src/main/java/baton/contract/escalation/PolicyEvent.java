package baton.contract.escalation;

import baton.contract.ReferralEvent;

/**
 * A decision about the limits of one referral. Written by escalation-service only; it is folded.
 */
public sealed interface PolicyEvent extends ReferralEvent permits DeadlinesRecalculated {}
