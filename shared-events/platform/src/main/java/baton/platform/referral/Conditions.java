package baton.platform.referral;

import baton.contract.intake.ReferralDetails;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a referral of handling code C ("lawful sharing permitted with conditions"), as
 * its sender wrote them.
 */
public final class Conditions {
  private static final String WITH_CONDITIONS = "C";

  /** A C without conditions is one whose conditions somebody has to ask for. */
  private static final String NOT_SAID =
      "Shared with conditions that its sender has not written down; ask the NCA before you use it.";

  private Conditions() {}

  /** Empty where there are none. */
  public static Optional<String> of(ReferralDetails details) {
    if (!(details.fields().get("intelligence") instanceof Map<?, ?> intelligence))
      return Optional.empty();
    if (!(intelligence.get("handling") instanceof String code)
        || !code.strip().equalsIgnoreCase(WITH_CONDITIONS)) return Optional.empty();
    return intelligence.get("conditions") instanceof String said && !said.isBlank()
        ? Optional.of(said.strip())
        : Optional.of(NOT_SAID);
  }
}
