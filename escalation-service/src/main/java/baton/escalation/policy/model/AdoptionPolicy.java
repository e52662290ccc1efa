package baton.escalation.policy.model;

import baton.contract.OrganisationCode;
import baton.decision.Refusal;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A rule that a change of policy must keep. */
@FunctionalInterface
public interface AdoptionPolicy {
  /**
   * Long enough for every service to have read it before it counts, so that deadlines are set once
   * and not set again. This project's choice (ADR 0016).
   */
  Duration NOTICE_MIN = Duration.ofMinutes(10);

  /** How Baton's own versions begin. */
  String BATONS_OWN = "baton-";

  Optional<Refusal> refusal(PolicyCommand command, Adopted state, Instant now);

  /** R8: a clock shows the version that set it, and everybody must find the same table under it. */
  AdoptionPolicy aVersionIsAdoptedOnce =
      (command, state, now) ->
          refuseIf(
              taken(command, state),
              Refusal.conflict(
                  "version-taken",
                  "Version "
                      + command.version()
                      + " of "
                      + command.organisation()
                      + " was adopted with other values, and clocks name it (R8); give the change"
                      + " a version of its own."));

  AdoptionPolicy batonsVersionsAreBatons =
      (command, state, now) ->
          refuseIf(
              command.version().startsWith(BATONS_OWN)
                  && !command.organisation().equals(OrganisationCode.BATON),
              Refusal.unprocessable(
                  "version-reserved",
                  "Versions that begin with "
                      + BATONS_OWN
                      + " are Baton's defaults; name this one after the organisation, such as"
                      + " kent-2."));

  /** R8: a change moves no deadline that is set, so it may not count from a time that has been. */
  AdoptionPolicy itCountsFromLater =
      (command, state, now) ->
          refuseIf(
              command.effectiveFrom() != null
                  && command.effectiveFrom().isBefore(now.plus(NOTICE_MIN)),
              Refusal.unprocessable(
                  "effective-too-soon",
                  "effectiveFrom must be at least "
                      + NOTICE_MIN.toMinutes()
                      + " minutes from now ("
                      + now
                      + "): a deadline that is set is not moved by a change (R8). What runs is set"
                      + " anew only by POST /timescales/"
                      + command.organisation()
                      + "/recalculation."));

  /** In this order. */
  static List<AdoptionPolicy> all() {
    return List.of(aVersionIsAdoptedOnce, batonsVersionsAreBatons, itCountsFromLater);
  }

  private static boolean taken(PolicyCommand command, Adopted state) {
    return switch (command) {
      case AdoptTimescales _ -> state.timescales().containsKey(command.version());
      case AdoptLadder _ -> state.ladders().containsKey(command.version());
    };
  }

  private static Optional<Refusal> refuseIf(boolean broken, Refusal refusal) {
    return broken ? Optional.of(refusal) : Optional.empty();
  }
}
