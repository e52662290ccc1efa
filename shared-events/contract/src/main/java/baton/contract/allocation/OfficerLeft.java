package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person no longer works for the organisation: nothing can be offered to him or her. */
@JsonTypeName("baton.officer-left.v1")
@JsonPropertyOrder({"organisation", "person"})
public record OfficerLeft(OrganisationCode organisation, PersonId person) implements RosterEvent {
  public OfficerLeft {
    requireNonNull(organisation);
    requireNonNull(person);
  }
}
