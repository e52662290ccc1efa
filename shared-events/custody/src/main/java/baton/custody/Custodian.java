package baton.custody;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import java.time.Instant;

/**
 * Who has it: organisation, team and named person; or, until a person accepts, a post.
 *
 * @param team null where none was named
 * @param person null while a post holds it
 * @param post null once a person holds it
 * @param since the recorded time of the event that moved custody here
 */
public record Custodian(
    OrganisationCode organisation, TeamId team, PersonId person, String post, Instant since) {
  /** The NCA referrals desk, whose duty head has everything until an assessor accepts. */
  public static final String DESK = "referrals-desk";

  static Custodian desk(Instant since) {
    return new Custodian(OrganisationCode.NCA, null, null, DESK, since);
  }

  static Custodian person(
      OrganisationCode organisation, TeamId team, PersonId person, Instant since) {
    return new Custodian(organisation, team, person, null, since);
  }
}
