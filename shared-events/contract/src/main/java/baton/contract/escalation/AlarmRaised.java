package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * One cause behind many referrals, or a finding about a person or a team: one alarm for all of it.
 *
 * @param clock null where it is no clock's
 * @param referrals how many it was about when it was raised
 * @param since when the cause arose
 */
@JsonTypeName("baton.alarm-raised.v1")
@JsonPropertyOrder({
  "alarm",
  "kind",
  "clock",
  "organisation",
  "team",
  "person",
  "referrals",
  "since"
})
public record AlarmRaised(
    AlarmId alarm,
    FindingKind kind,
    ClockName clock,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    int referrals,
    Instant since)
    implements AlarmEvent {
  public AlarmRaised {
    requireNonNull(alarm);
    requireNonNull(kind);
    requireNonNull(organisation);
    requireNonNull(since);
  }
}
