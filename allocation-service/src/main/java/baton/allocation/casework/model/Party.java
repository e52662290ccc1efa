package baton.allocation.casework.model;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import java.util.Set;

/**
 * The organisation of who asks, and every one for which it may act.
 *
 * @param actsFor itself, and the forces that it covers where it is a joint unit
 */
public record Party(OrganisationCode organisation, Set<OrganisationCode> actsFor) {
  public Party {
    requireNonNull(organisation);
    actsFor = Set.copyOf(actsFor);
  }

  /** An organisation that acts for itself alone. */
  public static Party of(OrganisationCode organisation) {
    return new Party(organisation, Set.of(organisation));
  }

  boolean is(OrganisationCode asked) {
    return actsFor.contains(asked);
  }

  /** For a sentence. */
  @Override
  public String toString() {
    return organisation.toString();
  }
}
