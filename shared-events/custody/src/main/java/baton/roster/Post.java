package baton.roster;

import baton.contract.OrganisationCode;
import baton.contract.TeamId;
import baton.custody.Custodian;

/**
 * Posts that are never empty: what has no person ends there. Who answers for a post at its
 * organisation leads the team of the same id, where there is one.
 */
public final class Post {
  public static final String REFERRALS_DESK = Custodian.DESK;
  public static final String DUTY_INSPECTOR = "duty-inspector";
  public static final String HEAD_OF_UNIT = "head-of-unit";
  public static final String CHIEF_OFFICER = "chief-officer";

  /** Decides at the NCA for two organisations that named nobody (R3). */
  public static final String TIE_BREAKER = "tie-breaker";

  private Post() {}

  /**
   * The team that answers for the post, were there one.
   *
   * @return null for a post whose name no team can have
   */
  static TeamId team(String post) {
    try {
      return new TeamId(post);
    } catch (IllegalArgumentException noTeamIsCalledThat) {
      return null;
    }
  }

  /** Where everything ends that nobody of the organisation is there for. */
  public static String lastOf(OrganisationCode organisation) {
    return organisation.equals(OrganisationCode.NCA) ? REFERRALS_DESK : DUTY_INSPECTOR;
  }
}
