package baton.parts.keys;

import java.util.Objects;

/**
 * Whom a token speaks for.
 *
 * @param role one of {@code agency assessor allocator officer supervisor auditor force-system
 *     administrator}
 * @param organisation code of the organisation that the role is held in
 * @param person id in the roster; null for an organisation's own system
 */
public record Bearer(String role, String organisation, String person) {

  public Bearer {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(organisation, "organisation");
  }

  String subject() {
    return person == null ? "system:" + organisation : person;
  }
}
