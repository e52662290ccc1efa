package baton.contract;

import baton.contract.allocation.RosterEvent;
import baton.contract.escalation.OversightEvent;
import baton.contract.intake.BatchEvent;

/**
 * Concerns no single referral: written to {@code baton.register}, which every replay reads first.
 */
public sealed interface RegisterEvent extends BatonEvent
    permits BatchEvent, RosterEvent, OversightEvent {}
