package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.escalation.ladder.ToldView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One alarm.
 *
 * @param person whom it is about, or null
 * @param referrals how many it stands for now; of a closed one, when it was raised
 * @param since when its cause arose
 * @param rung the highest that was told
 * @param nextClimb when the next rung is told unless somebody acts; null at the top
 * @param acknowledgedUntil until when the last acknowledgement stops the climb, or null
 * @param resolvedBy the event that removed the cause, or null where time did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlarmView(
    AlarmId id,
    FindingKind kind,
    ClockName clock,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    int referrals,
    Instant since,
    Instant raisedAt,
    String sentence,
    Rung rung,
    ToldView told,
    Instant nextClimb,
    PersonId acknowledgedBy,
    Instant acknowledgedAt,
    Instant acknowledgedUntil,
    Instant resolvedAt,
    EventId resolvedBy) {}
