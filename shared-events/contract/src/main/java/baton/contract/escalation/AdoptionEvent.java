package baton.contract.escalation;

import baton.contract.RegisterEvent;

/**
 * What counts from a moment on: limits, rungs, holidays, plans. Written by escalation-service only.
 */
public sealed interface AdoptionEvent extends RegisterEvent
    permits TimescalesAdopted, LadderAdopted, CalendarAdopted, CatchUpPlanAdopted {}
