package baton.custody;

import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.FORCE_NOTED;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.RegisterEvent;
import baton.contract.Unrecognised;
import baton.contract.access.AccessEvent;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OriginNoted;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.allocation.TieBreakerAppointed;
import baton.contract.escalation.DeadlinesRecalculated;
import baton.contract.escalation.EscalationEvent;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.AssessorGoneNoted;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.HoldReviewed;
import baton.contract.risk.ReferralHeld;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import baton.contract.risk.UrgencyAcknowledged;
import baton.policy.PolicyBook;

/** Takes the next event of each stream, and says which rule each kind of event follows. */
final class CustodyFold {
  private CustodyFold() {}

  static Custody evolve(
      Custody current, Recorded<? extends BatonEvent> recorded, PolicyBook policy) {
    if (!concerns(current, recorded)) return current;
    Reading reading = current.reading();
    StreamRead stream = reading.stream(recorded);
    long sequence = recorded.streamSequence();
    if (sequence > stream.last() + 1) return current.with(reading.with(stream.seen(sequence)));
    if (sequence <= stream.last())
      return stream.contradicts(sequence, recorded.id())
          ? current.with(reading.diverged(recorded))
          : current;
    Entry entry = Entry.of(recorded);
    var step = new Step(current.with(reading.applied(stream, entry)), entry, policy);
    boolean stopped = reading.stoppedBy() != null;
    Step followed =
        stopped
            ? onlyParking(step, recorded.event())
            : Casework.noticed(follow(step, recorded.event()), recorded);
    return Dues.of(followed).settledAfter(current);
  }

  private static boolean concerns(Custody current, Recorded<? extends BatonEvent> recorded) {
    return current.referral().equals(recorded.referral()) && Custody.isFedBy(recorded.event());
  }

  private static Step follow(Step step, BatonEvent event) {
    return switch (event) {
      case ReferralReceived e -> NcaRules.received(step, e);
      case ReferralAmended e -> NcaRules.amended(step, e);
      case ForceDetermined e -> NcaRules.forceDetermined(step, e);
      case AssessorAssigned e -> NcaRules.assessorAssigned(step, e);
      case AssessmentAccepted e -> NcaRules.assessmentAccepted(step, e);
      case AssessmentDeclined e -> step.declined(HandOff.ASSESSOR, e.number());
      case TriagePrioritySet e -> NcaRules.triaged(step, e);
      case RiskAssessed e -> ForceRules.graded(step, e);
      case CaseDisseminated e -> ForceRules.disseminated(step, e);
      case DisseminationAccepted e -> ForceRules.accepted(step, e);
      case DisseminationDeclined e -> OwnershipRules.declined(step, e);
      case HandOffWithdrawn e -> step.withdrawn(e.handOff(), e.number());
      case CaseAllocated e -> ForceRules.allocated(step, e);
      case AllocationAccepted e -> ForceRules.officerAccepted(step, e);
      case AllocationDeclined e -> step.declined(HandOff.OFFICER, e.number());
      case ActionRecorded e -> ForceRules.acted(step, e);
      case CaseConcluded e -> EndRules.concluded(step, e);
      case DeadlinesRecalculated e ->
          step.with(Dues.of(step).recalculated(e.organisation(), e.version()));
      case AssessmentOpened _ -> step.meets(ASSESSMENT_OPENED);
      case CaseOpened _ -> step.meets(CASE_OPENED);
      case ForceNoted _ -> step.meets(FORCE_NOTED);
      case OriginNoted _ -> step;
      // CustodyReverted has moved it; this is what risk-service made of it.
      case AssessorGoneNoted _ -> step;
      case AcceptanceNoted _ -> step.meets(ACCEPTANCE_NOTED);
      case EventParked e -> step.with(step.custody().reading().parked(e, step.by()));
      case EventReleased e -> step.with(step.custody().reading().released(e, step.by()));
      case Unrecognised e when e.movesCustody() ->
          step.with(step.custody().reading().stoppedBy(step.by()));
      case ReferralOriginated e -> OriginRules.originated(step, e);
      case UrgencyAcknowledged _ -> step.meets(URGENT_ACKNOWLEDGED);
      case CommsDataRequested e -> OversightRules.commsDataRequested(step, e);
      case ReferralHeld _ -> NcaRules.held(step);
      case HoldReviewed _ -> OversightRules.holdReviewed(step);
      case HoldEnded _ -> NcaRules.holdEnded(step);
      case AssessmentConcluded e -> EndRules.assessmentConcluded(step, e);
      case DisseminationRedirected e -> OwnershipRules.redirected(step, e);
      case TieBreakerAppointed e -> OwnershipRules.tieBreaker(step, e);
      case OutsideAcceptanceConfirmed e -> ForceRules.acceptedOutside(step, e);
      case CustodyReverted e -> OwnershipRules.reverted(step, e);
      case CaseReopened e -> EndRules.reopened(step, e);
      case SupervisorReviewed e -> OversightRules.reviewed(step, e);
      case ProgressRequested _ -> OversightRules.progressRequested(step);
      case ProgressReported _ -> OversightRules.progressReported(step);
      case ContentSecured e -> ContentRules.secured(step, e);
      case LocalReferenceRecorded e -> OversightRules.locallyKnown(step, e);
      case OpenListDiffered e -> OversightRules.listDiffered(step, e);
      case OpenListAgreed e -> OversightRules.listAgreed(step, e);
      case ReceiptRepeated _,
          OutcomeProposed _,
          AssessmentEndProposed _,
          OutsideAcceptanceProposed _ ->
          step;
      case EscalationEvent _, RegisterEvent _, AccessEvent _, Unrecognised _ -> step;
    };
  }

  /** An unknown event moved custody: what follows it would be folded onto the wrong state. */
  private static Step onlyParking(Step step, BatonEvent event) {
    return event instanceof EventParked || event instanceof EventReleased
        ? follow(step, event)
        : step;
  }
}
