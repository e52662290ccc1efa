package baton.platform;

import baton.journal.seal.KeyGone;
import baton.journal.store.EventTooLarge;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Optional;

/** What a command is refused with, wherever it came from: the same problem as on its own path. */
public final class Refusals {
  private Refusals() {}

  /** Empty where it was not refused, but failed. */
  public static Optional<HttpProblem> told(RuntimeException failure) {
    return switch (failure) {
      case HttpProblem refused -> Optional.of(refused);
      case RefusedException refused -> Optional.of(Problems.of(refused.refusal()));
      case KeyGone _ ->
          Optional.of(
              Problems.of(
                  409,
                  "referral-unreadable",
                  "Refused as things stand",
                  "the keyring does not hold the key of this referral: disposed of (R41) or lost"));
      case EventTooLarge _ ->
          Optional.of(
              Problems.of(
                  413, "too-large", "Too large", "sealed and encoded, this takes too many bytes"));
      default -> Optional.empty();
    };
  }
}
