package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/** A person who was away or suspended is back. */
@JsonTypeName("baton.officer-returned.v1")
@JsonPropertyOrder({"organisation", "person", "at"})
public record OfficerReturned(OrganisationCode organisation, PersonId person, Instant at)
    implements RosterEvent {
  public OfficerReturned {
    requireNonNull(organisation);
    requireNonNull(person);
    requireNonNull(at);
  }
}
