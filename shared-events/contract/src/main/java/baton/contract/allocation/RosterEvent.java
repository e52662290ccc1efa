package baton.contract.allocation;

import baton.contract.RegisterEvent;

/** Who works where and for whom. Written by allocation-service only. */
public sealed interface RosterEvent extends RegisterEvent
    permits TeamFormed,
        SupervisorChanged,
        OfficerJoined,
        OfficerMoved,
        OfficerLeft,
        OfficerUnavailable,
        OfficerReturned,
        DutyRotaSet,
        JointUnitFormed,
        TieBreakerNamed,
        OpenListReconciled,
        DisseminationsReceived {}
