package baton.custody;

import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import java.time.Instant;
import java.util.Set;

/**
 * Which events show that somebody works on a referral. Source: R15; design section 5, "listed
 * casework event".
 */
public final class Casework {
  /**
   * Only these, and only as the act of a person. Never what Baton does by itself, a review, a chase
   * or its answer, a link; and no offer, refusal or withdrawal: to pass it around is not to work on
   * it. Which kinds those are is this project's choice.
   */
  public static final Set<Class<? extends BatonEvent>> LISTED =
      Set.of(
          AssessmentAccepted.class,
          TriagePrioritySet.class,
          CommsDataRequested.class,
          ForceDetermined.class,
          RiskAssessed.class,
          AssessmentEndProposed.class,
          CaseDisseminated.class,
          DisseminationAccepted.class,
          OutsideAcceptanceConfirmed.class,
          AllocationAccepted.class,
          ActionRecorded.class,
          ContentSecured.class,
          OutcomeProposed.class);

  private Casework() {}

  /** After its own rule, every event is asked whose act it is and whether it is casework. */
  static Step noticed(Step step, Recorded<? extends BatonEvent> recorded) {
    if (recorded.actor().kind() != Actor.Kind.person) return step;
    Step seen = seen(step).takenUp();
    return LISTED.contains(recorded.event().getClass())
        ? seen.restarts(DORMANT, happened(recorded))
        : seen;
  }

  /** Whoever does anything with it has seen that it is urgent; to hand it in is not to see it. */
  private static Step seen(Step step) {
    Clock urgent = step.custody().clocks().running(URGENT_ACKNOWLEDGED);
    boolean handedIn = urgent != null && urgent.startedBy().equals(step.by().event());
    return handedIn ? step : step.meets(URGENT_ACKNOWLEDGED);
  }

  private static Instant happened(Recorded<? extends BatonEvent> recorded) {
    return recorded.event() instanceof ReferralEvent event
        ? event.occurredAt().orElse(recorded.recordedTime())
        : recorded.recordedTime();
  }
}
