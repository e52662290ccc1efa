package baton.risk.assessment.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.OriginNoted;
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
import baton.contract.risk.RiskEvent;
import baton.contract.risk.TriagePrioritySet;
import baton.contract.risk.UrgencyAcknowledged;
import baton.decision.NumberedOffers;
import baton.decision.NumberedOffers.State;

/**
 * The NCA's assessment of one referral.
 *
 * <pre>
 * Unopened -> Unassigned -> Held (by another after a further offer, or one who is gone) -> AtForce
 *                  \________________________________________________________/
 * </pre>
 */
public sealed interface Assessment {

  /** Its receipt has not been read. */
  record Unopened() implements Assessment {}

  /** Open, whoever has it. */
  sealed interface Opened extends Assessment {
    /** To assessors. */
    NumberedOffers<PersonId> offers();

    Judgement judgement();
  }

  /** With the referrals desk: nobody has accepted it. */
  record Unassigned(NumberedOffers<PersonId> offers, Judgement judgement) implements Opened {}

  /** An assessor has it. */
  record Held(PersonId assessor, NumberedOffers<PersonId> offers, Judgement judgement)
      implements Opened {}

  /**
   * A force has the referral: what is judged from now on is the force's to judge.
   *
   * @param dissemination the one that it accepted last; 0 where it brought the referral in itself
   */
  record AtForce(
      OrganisationCode force,
      int dissemination,
      NumberedOffers<PersonId> offers,
      Judgement judgement)
      implements Opened {}

  static Assessment evolve(Assessment current, RiskEvent event) {
    if (event instanceof AssessmentOpened)
      return new Unassigned(NumberedOffers.none(), Judgement.NONE);
    if (!(current instanceof Opened open))
      throw new IllegalStateException("the stream goes on before its assessment is opened");
    return switch (event) {
      case AssessmentOpened _ -> open;
      case AssessorAssigned e -> with(open, open.offers().offered(e.number(), e.assessor()));
      case AssessmentAccepted e ->
          new Held(
              e.assessor(),
              open.offers().closed(e.number(), State.ACCEPTED),
              open.judgement().withEnding(ending(open).withoutProposal()));
      case AssessmentDeclined e -> with(open, open.offers().closed(e.number(), State.DECLINED));
      case AssessorGoneNoted e -> gone(open, e);
      case TriagePrioritySet e -> with(open, open.judgement().withPriority(e.priority()));
      case ForceDetermined e -> with(open, open.judgement().withForce(e.force()));
      case RiskAssessed e -> with(open, open.judgement().withGrading(Judgement.Grading.of(e)));
      case UrgencyAcknowledged e -> with(open, open.judgement().acknowledged(e.by()));
      case CommsDataRequested e -> with(open, open.judgement().withCommsData(e.until()));
      case AssessmentEndProposed e -> with(open, ending(open).proposed(Ending.Proposal.of(e)));
      case ReferralHeld e -> with(open, ending(open).heldBy(e.confirmedBy()));
      case HoldReviewed _ -> open;
      case HoldEnded _ -> with(open, Ending.NONE);
      case AssessmentConcluded e -> with(open, ending(open).endedBy(e.confirmedBy()));
      // A force that has it works on it, whatever the NCA made of it in the meantime.
      case AcceptanceNoted e ->
          new AtForce(
              e.force(), e.number(), open.offers(), open.judgement().withEnding(Ending.NONE));
      case OriginNoted e -> originated(open, e);
    };
  }

  /** What the assessor had has another one, or the desk; what was offered is withdrawn. */
  private static Opened gone(Opened open, AssessorGoneNoted e) {
    NumberedOffers<PersonId> offers =
        open.offers()
            .open()
            .filter(offer -> offer.to().equals(e.assessor()))
            .map(offer -> open.offers().closed(offer.number(), State.WITHDRAWN))
            .orElse(open.offers());
    if (!(open instanceof Held held && held.assessor().equals(e.assessor())))
      return with(open, offers);
    Judgement judgement = open.judgement().withEnding(ending(open).withoutProposal());
    return e.successor() == null
        ? new Unassigned(offers, judgement)
        : new Held(e.successor(), offers, judgement);
  }

  /** It begins where it was brought in: with an assessor of the NCA, or at the force. */
  private static Opened originated(Opened open, OriginNoted e) {
    Judgement known = open.judgement().broughtWith(e.grade(), e.person());
    return e.organisation().equals(OrganisationCode.NCA)
        ? new Held(e.person(), open.offers(), known)
        : new AtForce(e.organisation(), 0, open.offers(), known);
  }

  private static Ending ending(Opened open) {
    return open.judgement().ending();
  }

  private static Opened with(Opened open, Ending ending) {
    return with(open, open.judgement().withEnding(ending));
  }

  private static Opened with(Opened open, NumberedOffers<PersonId> offers) {
    return switch (open) {
      case Unassigned a -> new Unassigned(offers, a.judgement());
      case Held a -> new Held(a.assessor(), offers, a.judgement());
      case AtForce a -> new AtForce(a.force(), a.dissemination(), offers, a.judgement());
    };
  }

  private static Opened with(Opened open, Judgement judgement) {
    return switch (open) {
      case Unassigned a -> new Unassigned(a.offers(), judgement);
      case Held a -> new Held(a.assessor(), a.offers(), judgement);
      case AtForce a -> new AtForce(a.force(), a.dissemination(), a.offers(), judgement);
    };
  }
}
