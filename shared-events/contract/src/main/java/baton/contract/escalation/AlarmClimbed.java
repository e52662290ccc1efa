package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Nobody dealt with it in time: the next rung is told.
 *
 * @param rung the one that is told now
 * @param person null where nobody is on duty there
 * @param post null where a person is told
 */
@JsonTypeName("baton.alarm-climbed.v1")
@JsonPropertyOrder({"alarm", "rung", "organisation", "person", "post"})
public record AlarmClimbed(
    AlarmId alarm, Rung rung, OrganisationCode organisation, PersonId person, String post)
    implements AlarmEvent {
  public AlarmClimbed {
    requireNonNull(alarm);
    requireNonNull(rung);
    requireNonNull(organisation);
  }
}
