package baton.intake.receipt.model;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import java.util.Optional;

/** A force as a sender names it: by its code. */
final class NamedForce {

  private NamedForce() {}

  static Rule rule() {
    return (value, pointer, findings) -> {
      if (code(value).isEmpty()) findings.wrong(pointer, "unknown-force", words(value));
    };
  }

  static Optional<OrganisationCode> code(Object value) {
    if (!(value instanceof String text)) return Optional.empty();
    try {
      return Optional.of(OrganisationCode.of(text)).filter(Forces::knows);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String words(Object value) {
    String given = value instanceof String text && text.length() <= 60 ? text : "what is given";
    String hint =
        Forces.byName(given).map(force -> force.name() + " is " + force.code() + ", ").orElse("");
    return "'" + given + "' is not a force code; " + hint + "see GET /forces";
  }
}
