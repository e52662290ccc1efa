package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person works in a team: offers may be made to him or her. */
@JsonTypeName("baton.officer-joined.v1")
@JsonPropertyOrder({"organisation", "person", "team", "rank"})
public record OfficerJoined(OrganisationCode organisation, PersonId person, TeamId team, Rank rank)
    implements RosterEvent {
  public OfficerJoined {
    requireNonNull(organisation);
    requireNonNull(person);
    requireNonNull(rank);
  }
}
