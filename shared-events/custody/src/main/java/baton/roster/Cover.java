package baton.roster;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.custody.Custodian;

/**
 * Who has it, or has it in somebody's place: a person, or where no person is there a post.
 *
 * @param team null where none is named
 * @param person null where a post has it
 * @param post null where a person has it
 */
public record Cover(OrganisationCode organisation, TeamId team, PersonId person, String post) {
  public Cover {
    requireNonNull(organisation);
    if ((person == null) == (post == null))
      throw new IllegalArgumentException("either a person or a post has it");
  }

  public static Cover person(OrganisationCode organisation, TeamId team, PersonId person) {
    return new Cover(organisation, team, person, null);
  }

  public static Cover post(OrganisationCode organisation, String post) {
    return new Cover(organisation, null, null, post);
  }

  /** The custodian as the fold has him, her or it. */
  public static Cover of(Custodian custodian) {
    return new Cover(
        custodian.organisation(), custodian.team(), custodian.person(), custodian.post());
  }

  /** For a sentence: a person by id, a post by name, with the organisation. */
  @Override
  public String toString() {
    return (person == null ? post : person.toString()) + " of " + organisation;
  }
}
