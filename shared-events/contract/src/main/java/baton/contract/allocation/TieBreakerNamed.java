package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Who decides when two organisations each say that a referral is not theirs (R3).
 *
 * @param organisation of the tie-breaker
 */
@JsonTypeName("baton.tie-breaker-named.v1")
@JsonPropertyOrder({"one", "other", "organisation", "person"})
public record TieBreakerNamed(
    OrganisationCode one, OrganisationCode other, OrganisationCode organisation, PersonId person)
    implements RosterEvent {
  public TieBreakerNamed {
    requireNonNull(one);
    requireNonNull(other);
    requireNonNull(organisation);
    requireNonNull(person);
  }
}
