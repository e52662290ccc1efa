package baton.escalation.custody.model;

import baton.contract.BatonEvent;
import baton.contract.RegisterEvent;
import baton.contract.Unrecognised;
import baton.contract.access.AccessEvent;
import baton.contract.allocation.ActionKind;
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
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.DeadlinesRecalculated;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
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
import java.util.Optional;

/** What was done with a referral, as an auditor asks for it. Source: domain 1.4; R39. */
public enum Deed {
  RECEIPT,
  JUDGEMENT,
  OFFER,
  DISSEMINATION,
  ACCEPTANCE,
  REFUSAL,
  CUSTODY_MOVED,
  ACTION,
  SAFEGUARDING,
  REVIEW,
  ENQUIRY,
  CONTENT,
  ANSWER,
  RECORD,
  ACKNOWLEDGEMENT,
  END;

  /** Empty for what services note for each other, and for what Baton finds by itself. */
  public static Optional<Deed> of(BatonEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case ReferralReceived _, ReferralAmended _, ReferralOriginated _, ReceiptRepeated _ ->
              RECEIPT;
          case TriagePrioritySet _, ForceDetermined _, RiskAssessed _ -> JUDGEMENT;
          case AssessorAssigned _, CaseAllocated _ -> OFFER;
          case CaseDisseminated _, DisseminationRedirected _ -> DISSEMINATION;
          case AssessmentAccepted _,
              DisseminationAccepted _,
              AllocationAccepted _,
              OutsideAcceptanceProposed _,
              OutsideAcceptanceConfirmed _ ->
              ACCEPTANCE;
          case AssessmentDeclined _,
              DisseminationDeclined _,
              AllocationDeclined _,
              HandOffWithdrawn _ ->
              REFUSAL;
          case CustodyReverted _, TieBreakerAppointed _, CaseReopened _ -> CUSTODY_MOVED;
          case ActionRecorded e -> ofAction(e.kind());
          case SupervisorReviewed _, HoldReviewed _, UrgencyAcknowledged _ -> REVIEW;
          case CommsDataRequested _, ReferralHeld _, HoldEnded _ -> ENQUIRY;
          case ContentSecured _ -> CONTENT;
          case ProgressRequested _, ProgressReported _ -> ANSWER;
          case LocalReferenceRecorded _, DeadlinesRecalculated _ -> RECORD;
          case EscalationAcknowledged _ -> ACKNOWLEDGEMENT;
          case OutcomeProposed _, CaseConcluded _, AssessmentEndProposed _, AssessmentConcluded _ ->
              END;
          case AssessmentOpened _,
              CaseOpened _,
              ForceNoted _,
              OriginNoted _,
              AcceptanceNoted _,
              AssessorGoneNoted _,
              OpenListDiffered _,
              OpenListAgreed _,
              EventParked _,
              EventReleased _,
              EscalationRaised _,
              EscalationConfirmed _,
              EscalationWithdrawn _,
              EscalationClimbed _,
              EscalationResolved _,
              AcknowledgementExpired _,
              RegisterEvent _,
              AccessEvent _,
              Unrecognised _ ->
              null;
        });
  }

  private static Deed ofAction(ActionKind kind) {
    return switch (kind.effect()) {
      case ENFORCEMENT, CASEWORK -> ACTION;
      case SAFEGUARDING -> SAFEGUARDING;
    };
  }
}
