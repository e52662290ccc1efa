package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A team exists, with its supervisor and the deputy who stands in. */
@JsonTypeName("baton.team-formed.v1")
@JsonPropertyOrder({"organisation", "team", "name", "supervisor", "deputy"})
public record TeamFormed(
    OrganisationCode organisation, TeamId team, String name, PersonId supervisor, PersonId deputy)
    implements RosterEvent {
  public TeamFormed {
    requireNonNull(organisation);
    requireNonNull(team);
    requireNonNull(name);
  }
}
