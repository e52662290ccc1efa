package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;

import baton.contract.OrganisationCode;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import baton.contract.intake.ReferralOriginated;
import baton.custody.Particulars.LocalReference;
import java.time.Instant;
import java.util.List;

/**
 * What an organisation brought in itself, its own find or an open case of the time before Baton:
 * its person has it at once, and what is due counts from when it was really received.
 */
final class OriginRules {
  /** The clocks of a receipt that concern people; those of Baton's own reactions stay. */
  private static final List<ClockName> OF_RECEIPT =
      List.of(TRIAGE, DEVELOP, DISSEMINATE, SUPERVISOR_REVIEW, DORMANT, UPSTREAM_PROGRESS);

  private OriginRules() {}

  static Step originated(Step step, ReferralOriginated e) {
    if (step.custody().holding().beyondTheNca()) return step;
    Instant now = step.by().recordedAt();
    Instant received = e.receivedAt() == null || e.receivedAt().isAfter(now) ? now : e.receivedAt();
    Step known = takenOver(step, e, received).meets(URGENT_ACKNOWLEDGED);
    var custodian = Custodian.person(e.organisation(), e.team(), e.person(), now);
    Step held =
        e.organisation().equals(OrganisationCode.NCA)
            ? known.meets(ASSESSOR_NAMED).holds(Stage.IN_ASSESSMENT, custodian)
            : atForce(known, custodian, received);
    Step counted = counted(held, received);
    boolean own = e.organisation().equals(step.custody().particulars().agency());
    return own ? counted.stops(UPSTREAM_PROGRESS) : counted;
  }

  /** Nobody upstream waits for news of what the custodian's own organisation brought in. */
  static boolean own(Custody custody) {
    Clock told = custody.clocks().newest(UPSTREAM_PROGRESS);
    return told != null && !told.running() && told.endedBy().is(ReferralOriginated.class);
  }

  private static Step atForce(Step step, Custodian custodian, Instant received) {
    Step taken =
        step.startsAt(ENFORCEMENT_ACTION, custodian.organisation(), received)
            .stops(FORCE_ACCEPTS)
            .lapses(HandOff.FORCE);
    return ForceRules.officerAwaited(ForceRules.taken(taken, custodian), received);
  }

  /** The grade that it had counts where none was given on Baton. */
  private static Step takenOver(Step step, ReferralOriginated e, Instant received) {
    Custody custody = step.custody();
    boolean onLog = custody.particulars().receivedAt() != null;
    var dated = onLog ? custody.particulars().receivedOn(received) : custody.particulars();
    boolean local = e.system() != null && e.localReference() != null;
    var known =
        local
            ? dated.known(new LocalReference(e.organisation(), e.system(), e.localReference()))
            : dated;
    boolean graded = e.grade() != null && custody.grade() == null;
    return step.with(known)
        .with(graded ? custody.grading().graded(e.grade(), null, received) : custody.grading());
  }

  private static Step counted(Step step, Instant received) {
    Step counted = step;
    for (ClockName clock : OF_RECEIPT) {
      Clock running = counted.custody().clocks().running(clock);
      boolean sooner = running != null && counted.due(clock, received).isBefore(running.due());
      if (sooner) counted = counted.counts(clock, received);
    }
    return counted;
  }
}
