package baton.contract.feed;

import baton.contract.OrganisationCode;

/** Who has a feed. */
public final class Feeds {
  private Feeds() {}

  /**
   * Every organisation to which something can be disseminated. The NCA disseminates; Baton is no
   * organisation.
   */
  public static boolean has(OrganisationCode organisation) {
    return organisation != null
        && !organisation.equals(OrganisationCode.NCA)
        && !organisation.equals(OrganisationCode.BATON);
  }
}
