package baton.contract;

import baton.contract.allocation.AllocationEvent;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.PolicyEvent;
import baton.contract.intake.IntakeEvent;
import baton.contract.journal.ParkingEvent;
import baton.contract.risk.RiskEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Concerns one referral: written to {@code baton.referrals} under its id. The sealed branch says
 * which service may write it.
 */
public sealed interface ReferralEvent extends BatonEvent
    permits IntakeEvent, RiskEvent, AllocationEvent, EscalationEvent, PolicyEvent, ParkingEvent {
  ReferralId referral();

  /** When it happened in the world, where that is not when it was recorded. */
  default Optional<Instant> occurredAt() {
    return Optional.empty();
  }
}
