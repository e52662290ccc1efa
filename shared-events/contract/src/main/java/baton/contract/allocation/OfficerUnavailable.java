package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * A person is away or suspended: nothing that is due waits for him or her.
 *
 * @param until exclusive, or null while that is not known
 */
@JsonTypeName("baton.officer-unavailable.v1")
@JsonPropertyOrder({"organisation", "person", "absence", "from", "until"})
public record OfficerUnavailable(
    OrganisationCode organisation, PersonId person, Absence absence, Instant from, Instant until)
    implements RosterEvent {
  public OfficerUnavailable {
    requireNonNull(organisation);
    requireNonNull(person);
    requireNonNull(absence);
    requireNonNull(from);
  }
}
