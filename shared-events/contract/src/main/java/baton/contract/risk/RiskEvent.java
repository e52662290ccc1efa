package baton.contract.risk;

import baton.contract.ReferralEvent;

/**
 * Written by risk-service; {@link ForceDetermined} also by intake-service, when the sender names
 * the force.
 */
public sealed interface RiskEvent extends ReferralEvent
    permits AssessmentOpened,
        AssessorAssigned,
        AssessmentAccepted,
        AssessmentDeclined,
        TriagePrioritySet,
        ForceDetermined,
        RiskAssessed,
        AcceptanceNoted,
        AssessorGoneNoted,
        UrgencyAcknowledged,
        CommsDataRequested,
        AssessmentEndProposed,
        ReferralHeld,
        HoldReviewed,
        HoldEnded,
        AssessmentConcluded {}
