package baton.escalation.ladder.model;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;

/**
 * Whom a rung is: a person on duty, or the post where nobody is.
 *
 * @param person null where nobody is on duty there
 * @param post null where a person is told
 */
public record Told(OrganisationCode organisation, PersonId person, String post) {
  public Told {
    requireNonNull(organisation);
  }
}
