package baton.decision;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import java.util.Optional;

/**
 * A person whom a command names, as the roster of an organisation has him or her.
 *
 * @param known whether the roster has this person at all, as far as it has been read
 * @param team null for somebody in no team, or unknown
 */
public record RosterEntry(
    OrganisationCode organisation, PersonId person, boolean known, TeamId team) {
  public RosterEntry {
    requireNonNull(organisation);
    requireNonNull(person);
  }

  /** Why nothing can be handed to this person; empty where it can. */
  public Optional<Refusal> refusal() {
    return known
        ? Optional.empty()
        : Optional.of(
            Refusal.unprocessable(
                "person-not-in-roster",
                person
                    + " is not in the roster of "
                    + organisation
                    + " as far as it has been read here, and what is handed to nobody is lost. An"
                    + " administrator adds people with POST /officers of allocation-service; who"
                    + " was added just now is known in a moment."));
  }
}
