package baton.decision;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.roster.Cover;
import java.util.Optional;

/**
 * A person whom a command names, as the roster of an organisation has him or her.
 *
 * @param known whether the roster has this person at all, as far as it has been read
 * @param team null for somebody in no team, or unknown
 * @param missing why he or she is not there, and who is instead; null for somebody who is
 */
public record RosterEntry(
    OrganisationCode organisation, PersonId person, boolean known, TeamId team, Missing missing) {
  public enum Why {
    LEFT("person-has-left", "does not work there any more"),
    SUSPENDED("person-suspended", "is suspended and may not act"),
    AWAY("person-away", "is recorded as absent");

    private final String code;
    private final String words;

    Why(String code, String words) {
      this.code = code;
      this.words = words;
    }
  }

  /**
   * @param instead who has it in this person's place
   */
  public record Missing(Why why, Cover instead) {
    public Missing {
      requireNonNull(why);
      requireNonNull(instead);
    }
  }

  public RosterEntry {
    requireNonNull(organisation);
    requireNonNull(person);
  }

  /** Somebody who is there, or of whom the roster knows nothing. */
  public RosterEntry(OrganisationCode organisation, PersonId person, boolean known, TeamId team) {
    this(organisation, person, known, team, null);
  }

  /** Why nothing can be handed to this person; empty where it can. */
  public Optional<Refusal> refusal() {
    if (missing != null) return Optional.of(isMissing());
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

  /** What is offered goes to whoever is there (R4). */
  private Refusal isMissing() {
    return Refusal.unprocessable(
        missing.why().code,
        person
            + " of "
            + organisation
            + " "
            + missing.why().words
            + ", so nothing is handed to him or her (R4). Who covers now: "
            + missing.instead()
            + (missing.why() == Why.AWAY
                ? ". If that is wrong, a supervisor ends the absence with DELETE"
                    + " /officers/{person}/availability of allocation-service."
                : "."));
  }
}
