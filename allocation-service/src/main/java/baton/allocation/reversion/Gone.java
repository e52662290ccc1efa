package baton.allocation.reversion;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;

/**
 * Somebody who is not there and still has something, or is offered something.
 *
 * @param organisation in whose roster the person is, or was
 */
record Gone(OrganisationCode organisation, PersonId person) {
  Gone {
    requireNonNull(organisation);
    requireNonNull(person);
  }
}
