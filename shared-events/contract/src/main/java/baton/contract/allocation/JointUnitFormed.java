package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** One unit acts for several forces: its people accept and work for each of them. */
@JsonTypeName("baton.joint-unit-formed.v1")
@JsonPropertyOrder({"unit", "forces"})
public record JointUnitFormed(OrganisationCode unit, List<OrganisationCode> forces)
    implements RosterEvent {
  public JointUnitFormed {
    requireNonNull(unit);
    requireNonNull(forces);
    forces = List.copyOf(forces);
  }
}
