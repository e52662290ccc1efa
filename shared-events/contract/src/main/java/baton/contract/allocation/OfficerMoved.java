package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person changed team or rank within the organisation. */
@JsonTypeName("baton.officer-moved.v1")
@JsonPropertyOrder({"organisation", "person", "teamBefore", "team", "rankBefore", "rank"})
public record OfficerMoved(
    OrganisationCode organisation,
    PersonId person,
    TeamId teamBefore,
    TeamId team,
    Rank rankBefore,
    Rank rank)
    implements RosterEvent {
  public OfficerMoved {
    requireNonNull(organisation);
    requireNonNull(person);
    requireNonNull(rankBefore);
    requireNonNull(rank);
  }
}
