package baton.escalation.policy.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;
import static java.util.stream.Collectors.toMap;

import baton.contract.OrganisationCode;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import baton.policy.Limit;
import baton.policy.Timescales.Limits;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Adopts what is new, once. */
public final class PolicyDecider {
  private PolicyDecider() {}

  public static Decision decide(AdoptTimescales command, Adopted state, Instant now) {
    var wanted =
        new TimescalesAdopted(
            command.organisation(),
            command.version(),
            from(command, state.timescales().isEmpty(), now),
            command.by(),
            command.reason(),
            command.timescales().limits().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> row(row.getValue()))));
    TimescalesAdopted known = state.timescales().get(command.version());
    boolean again =
        known != null
            && known.limits().equals(wanted.limits())
            && sameTime(command, known.effectiveFrom());
    return again ? nothingToDo() : unlessRefused(command, state, now, accept(wanted));
  }

  public static Decision decide(AdoptLadder command, Adopted state, Instant now) {
    Duration lasts = command.ladder().acknowledgementLasts();
    var wanted =
        new LadderAdopted(
            command.organisation(),
            command.version(),
            from(command, state.ladders().isEmpty(), now),
            command.by(),
            command.reason(),
            command.ladder().limits().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, rung -> Limit.elapsed(rung.getValue()).text())),
            Limit.elapsed(lasts == null ? Defaults.part().ladder().acknowledgementLasts() : lasts)
                .text());
    LadderAdopted known = state.ladders().get(command.version());
    boolean again =
        known != null
            && known.rungs().equals(wanted.rungs())
            && known.acknowledgementLasts().equals(wanted.acknowledgementLasts())
            && sameTime(command, known.effectiveFrom());
    return again ? nothingToDo() : unlessRefused(command, state, now, accept(wanted));
  }

  /** The first that Baton itself adopts has counted ever since: nothing else was there before. */
  private static Instant from(PolicyCommand command, boolean first, Instant now) {
    if (command.effectiveFrom() != null) return command.effectiveFrom();
    return first && command.organisation().equals(OrganisationCode.BATON)
        ? Instant.EPOCH
        : now.plus(AdoptionPolicy.NOTICE_MIN);
  }

  private static boolean sameTime(PolicyCommand command, Instant known) {
    return command.effectiveFrom() == null || command.effectiveFrom().equals(known);
  }

  private static Decision unlessRefused(
      PolicyCommand command, Adopted state, Instant now, Decision otherwise) {
    Optional<Refusal> refusal =
        AdoptionPolicy.all().stream()
            .flatMap(policy -> policy.refusal(command, state, now).stream())
            .findFirst();
    return refusal.isPresent() ? refuse(refusal.get()) : otherwise;
  }

  private static TimescaleRow row(Limits limits) {
    return new TimescaleRow(
        limits.urgent().text(),
        limits.veryHigh().text(),
        limits.high().text(),
        limits.medium().text(),
        limits.low().text());
  }
}
