package baton.contract.allocation;

import baton.contract.ReferralEvent;

/** Written by allocation-service only. */
public sealed interface AllocationEvent extends ReferralEvent
    permits CaseOpened,
        ForceNoted,
        OriginNoted,
        CaseDisseminated,
        DisseminationAccepted,
        DisseminationDeclined,
        HandOffWithdrawn,
        CaseAllocated,
        AllocationAccepted,
        AllocationDeclined,
        ActionRecorded,
        OutcomeProposed,
        CaseConcluded,
        DisseminationRedirected,
        TieBreakerAppointed,
        OutsideAcceptanceProposed,
        OutsideAcceptanceConfirmed,
        CustodyReverted,
        LocalReferenceRecorded,
        ContentSecured,
        SupervisorReviewed,
        CaseReopened,
        OpenListDiffered,
        OpenListAgreed {}
