package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.platform.forms.Form;
import java.util.Optional;

/** Organisations as a body names them. */
final class Organisations {
  private Organisations() {}

  /**
   * A force that exists, or another organisation that has people in the roster; any other only
   * where the body says that it means one, so that a slip of the pen goes nowhere.
   *
   * @param outside whether the body says so, or null
   * @return null where it is wrong, as {@link Form} does
   */
  static OrganisationCode read(
      Form form, String pointer, String given, Boolean outside, Agreements agreements) {
    Optional<OrganisationCode> code = code(given);
    boolean known = code.filter(Forces::knows).isPresent();
    if (known) return code.get();
    if (Boolean.TRUE.equals(outside)) return form.requiredId(pointer, given, OrganisationCode::of);
    return code.filter(agreements::isOnBaton).orElseGet(() -> form.force(pointer, given));
  }

  private static Optional<OrganisationCode> code(String given) {
    try {
      return given == null ? Optional.empty() : Optional.of(OrganisationCode.of(given.strip()));
    } catch (IllegalArgumentException notEvenACode) {
      return Optional.empty();
    }
  }
}
