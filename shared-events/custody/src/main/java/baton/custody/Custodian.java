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

  /** Of a force: has what nobody else is there for. Never empty. */
  public static final String DUTY_INSPECTOR = "duty-inspector";

  /** Decides between two organisations that each say it is not theirs. */
  public static final String TIE_BREAKER = "tie-breaker";

  /** Whoever accepted it at an organisation that is not on Baton. */
  public static final String OUTSIDE_CONTACT = "outside-contact";

  /** A post has it and nobody has accepted. Outside Baton somebody has, whom no roster names. */
  public boolean withoutPerson() {
    return person == null && !OUTSIDE_CONTACT.equals(post);
  }

  static Custodian desk(Instant since) {
    return new Custodian(OrganisationCode.NCA, null, null, DESK, since);
  }

  static Custodian person(
      OrganisationCode organisation, TeamId team, PersonId person, Instant since) {
    return new Custodian(organisation, team, person, null, since);
  }

  /** An organisation that is not on Baton. */
  static Custodian outside(OrganisationCode organisation, Instant since) {
    return new Custodian(organisation, null, null, OUTSIDE_CONTACT, since);
  }

  /**
   * Whom an event names: a person, or else a post. One that names neither leaves it with the post
   * that is never empty.
   */
  static Custodian named(
      OrganisationCode organisation, TeamId team, PersonId person, String post, Instant since) {
    if (person != null) return person(organisation, team, person, since);
    String never = organisation.equals(OrganisationCode.NCA) ? DESK : DUTY_INSPECTOR;
    return new Custodian(organisation, team, null, post == null ? never : post, since);
  }
}
