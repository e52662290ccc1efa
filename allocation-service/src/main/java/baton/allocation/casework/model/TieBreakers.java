package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.roster.Cover;

/** Who decides when two organisations each say that a referral is not theirs (R3). */
@FunctionalInterface
public interface TieBreakers {
  /** The person named for the pair, in either order; the NCA's post where nobody is named. */
  Cover of(OrganisationCode one, OrganisationCode other);
}
