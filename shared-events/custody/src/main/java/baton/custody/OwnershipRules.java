package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.OWNERSHIP_DISPUTE;
import static baton.contract.escalation.ClockName.TIE_BREAK;

import baton.contract.DeclineReason;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.TieBreakerAppointed;

/**
 * Who has it when nobody accepts it or its custodian is gone: those whom policy named beforehand
 * (R3, R4). What a force has accepted stays a force's case.
 */
final class OwnershipRules {
  private OwnershipRules() {}

  static Step declined(Step step, DisseminationDeclined e) {
    boolean ours = e.reason() != DeclineReason.NOT_OURS;
    return (ours ? step : disputed(step, e.number())).declined(HandOff.FORCE, e.number());
  }

  /** Closes the offer as a decline does; the next one names the other force. */
  static Step redirected(Step step, DisseminationRedirected e) {
    return disputed(step, e.number()).declined(HandOff.FORCE, e.number());
  }

  /** From the first refusal of ownership; what a tie-breaker has decided is disputed no more. */
  private static Step disputed(Step step, int number) {
    boolean offered = step.custody().offers().open(HandOff.FORCE, number) != null;
    boolean decided = step.custody().holding().withTieBreaker();
    return offered && !decided ? step.starts(OWNERSHIP_DISPUTE) : step;
  }

  /** The tie-breaker has it and must decide; until then nobody else is asked for it. */
  static Step tieBreaker(Step step, TieBreakerAppointed e) {
    var custodian =
        Custodian.named(e.organisation(), null, e.person(), e.post(), step.by().recordedAt());
    Step free =
        step.stops(OWNERSHIP_DISPUTE)
            .stops(FORCE_ACCEPTS)
            .stops(DISSEMINATE)
            .stops(DEVELOP)
            .stops(ASSESSOR_NAMED)
            .stops(NAMED_OFFICER_ACCEPTS)
            .lapses(HandOff.FORCE)
            .lapses(HandOff.ASSESSOR)
            .lapses(HandOff.OFFICER);
    return free.holds(stage(free.custody(), custodian), custodian).starts(TIE_BREAK);
  }

  /**
   * Whoever covers has it. A post is no person, so that one is awaited: at the NCA an assessor, at
   * a force a named officer, as much time as from an acceptance. A person who covers for an officer
   * is not the officer either.
   */
  static Step reverted(Step step, CustodyReverted e) {
    Custody custody = step.custody();
    // Who accepted before this was written has it, and keeps it.
    if (hasAnother(custody.custodian(), e)) return step;
    var custodian =
        Custodian.named(e.organisation(), e.team(), e.person(), e.post(), step.by().recordedAt());
    Step held = step.holds(stage(custody, custodian), custodian);
    if (custody.clocks().running(TIE_BREAK) != null) return held;
    if (custody.holding().beyondTheNca()) return held.starts(NAMED_OFFICER_ACCEPTS);
    return custodian.person() == null ? held.starts(ASSESSOR_NAMED) : held;
  }

  private static boolean hasAnother(Custodian now, CustodyReverted e) {
    return now != null && now.person() != null && !now.person().equals(e.fromPerson());
  }

  private static Stage stage(Custody custody, Custodian custodian) {
    if (custody.holding().beyondTheNca()) return Stage.WITH_FORCE;
    if (custody.offers().waiting(HandOff.FORCE) != null && custody.stage() == Stage.DISSEMINATED)
      return Stage.DISSEMINATED;
    return custodian.person() == null ? Stage.RECEIVED : Stage.IN_ASSESSMENT;
  }
}
