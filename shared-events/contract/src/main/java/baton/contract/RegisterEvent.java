package baton.contract;

import baton.contract.allocation.DutyMailEvent;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.WebhookEvent;
import baton.contract.escalation.AdoptionEvent;
import baton.contract.escalation.AlarmEvent;
import baton.contract.escalation.OversightEvent;
import baton.contract.feed.ForceCommandAnswered;
import baton.contract.intake.BatchEvent;
import baton.contract.journal.AuditEvent;

/**
 * Concerns no single referral: written to {@code baton.register}, which every replay reads first.
 */
public sealed interface RegisterEvent extends BatonEvent
    permits BatchEvent,
        RosterEvent,
        WebhookEvent,
        DutyMailEvent,
        OversightEvent,
        AdoptionEvent,
        AlarmEvent,
        AuditEvent,
        ForceCommandAnswered {}
