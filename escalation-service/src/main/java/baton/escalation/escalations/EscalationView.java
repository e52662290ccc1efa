package baton.escalation.escalations;

import baton.contract.AlarmId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.Rung;
import baton.escalation.ladder.ToldView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One escalation. What is wrong with the system itself is listed like one, under a {@link
 * baton.escalation.system.SystemKind}: it has no id and concerns no referral.
 *
 * @param writer of such a finding: the service, or the stream of the register
 * @param custodian the organisation that had the referral when it was raised
 * @param confirmed false while a silent writer may still prove it wrong
 * @param resolvedBy the event that removed the cause
 * @param withdrawn it had no cause after all
 * @param rung the highest that was told
 * @param told who that is: a person on duty, or the post where nobody is
 * @param nextClimb when the next rung is told unless somebody acts; null at the top, while it is
 *     unconfirmed, and while an alarm stands for it
 * @param acknowledgedUntil until when the last acknowledgement stops the climb, or null
 * @param alarm that stands for it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EscalationView(
    EscalationId id,
    ReferralId referralId,
    String kind,
    ClockName clock,
    String writer,
    OrganisationCode custodian,
    PersonId person,
    Instant due,
    Instant raisedAt,
    String sentence,
    boolean confirmed,
    PersonId acknowledgedBy,
    Instant acknowledgedAt,
    Instant resolvedAt,
    EventId resolvedBy,
    Boolean withdrawn,
    Rung rung,
    ToldView told,
    Instant nextClimb,
    Instant acknowledgedUntil,
    AlarmId alarm) {}
