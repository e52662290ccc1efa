package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * Who is on duty for a team from when to when, in place of the rota before it.
 *
 * @param team null for the duty inspector of the whole organisation
 */
@JsonTypeName("baton.duty-rota-set.v1")
@JsonPropertyOrder({"organisation", "team", "turns"})
public record DutyRotaSet(OrganisationCode organisation, TeamId team, List<Turn> turns)
    implements RosterEvent {
  public DutyRotaSet {
    requireNonNull(organisation);
    requireNonNull(turns);
    turns = List.copyOf(turns);
  }
}
