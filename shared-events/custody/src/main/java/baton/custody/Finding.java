package baton.custody;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import java.time.Instant;

/**
 * Something that nobody has dealt with.
 *
 * @param clock null where it is no clock's
 * @param startedBy the event that it is about
 * @param due the last instant that was in time; where it is no clock's, when it arose
 * @param custodian who has the referral now, or null
 */
public record Finding(
    ReferralId referral,
    FindingKind kind,
    ClockName clock,
    EventId startedBy,
    Instant due,
    Custodian custodian) {
  /** What an escalation is keyed by: one cause opens only one. The clock may be null. */
  public record Cause(ReferralId referral, FindingKind kind, ClockName clock, EventId startedBy) {}

  public Cause cause() {
    return new Cause(referral, kind, clock, startedBy);
  }
}
