package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Another person supervises, or stands in for, the team. */
@JsonTypeName("baton.supervisor-changed.v1")
@JsonPropertyOrder({"organisation", "team", "before", "supervisor", "deputyBefore", "deputy"})
public record SupervisorChanged(
    OrganisationCode organisation,
    TeamId team,
    PersonId before,
    PersonId supervisor,
    PersonId deputyBefore,
    PersonId deputy)
    implements RosterEvent {
  public SupervisorChanged {
    requireNonNull(organisation);
    requireNonNull(team);
  }
}
