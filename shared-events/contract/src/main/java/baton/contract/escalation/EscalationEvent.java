package baton.contract.escalation;

import baton.contract.ReferralEvent;

/** Written by escalation-service only. */
public sealed interface EscalationEvent extends ReferralEvent
    permits EscalationRaised,
        EscalationConfirmed,
        EscalationWithdrawn,
        EscalationAcknowledged,
        EscalationResolved,
        EscalationClimbed,
        AcknowledgementExpired {}
