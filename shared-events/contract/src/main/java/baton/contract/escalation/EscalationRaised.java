package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * The replay found something that nobody has dealt with. Raised once per cause.
 *
 * @param clock null where the finding is no clock's
 * @param startedBy the event that the finding is about: it started the clock
 * @param due when the limit passed, or null
 * @param custodian the organisation that held the referral when it was raised, or null
 * @param person who held it, or null
 * @param confirmed false while a writer was silent: it may turn out that it was met in time
 */
@JsonTypeName("baton.escalation-raised.v1")
@JsonPropertyOrder({
  "referral",
  "escalation",
  "kind",
  "clock",
  "startedBy",
  "due",
  "custodian",
  "person",
  "confirmed"
})
public record EscalationRaised(
    ReferralId referral,
    EscalationId escalation,
    FindingKind kind,
    ClockName clock,
    EventId startedBy,
    Instant due,
    OrganisationCode custodian,
    PersonId person,
    boolean confirmed)
    implements EscalationEvent {
  public EscalationRaised {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(kind);
    requireNonNull(startedBy);
  }
}
