package baton.contract.risk;

import baton.contract.ReferralEvent;
import baton.contract.allocation.OriginNoted;

/**
 * Written by risk-service; {@link ForceDetermined} also by intake-service, when the sender names
 * the force, and {@link OriginNoted} also by allocation-service.
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
        OriginNoted,
        UrgencyAcknowledged,
        CommsDataRequested,
        AssessmentEndProposed,
        ReferralHeld,
        HoldReviewed,
        HoldEnded,
        AssessmentConcluded {}
