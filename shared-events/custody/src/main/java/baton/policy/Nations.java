package baton.policy;

import baton.contract.Nation;
import baton.contract.OrganisationCode;

/**
 * Whose holidays an organisation keeps: the NCA and everybody who is not of another nation keep
 * those of England and Wales (contracts, "Meanings").
 */
public final class Nations {
  private Nations() {}

  public static Nation of(OrganisationCode organisation) {
    return switch (organisation.value()) {
      case "99" -> Nation.SCOTLAND;
      case "psni" -> Nation.NORTHERN_IRELAND;
      default -> Nation.ENGLAND_AND_WALES;
    };
  }
}
