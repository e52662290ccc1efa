package baton.risk.assessment.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.OriginNoted;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.AssessorGoneNoted;
import baton.contract.risk.Basis;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import baton.contract.risk.UrgencyAcknowledged;
import baton.decision.Decision;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import baton.decision.Refusal;
import baton.risk.assessment.model.Assessment.AtForce;
import baton.risk.assessment.model.Assessment.Held;
import baton.risk.assessment.model.Assessment.Opened;
import baton.risk.assessment.model.Assessment.Unassigned;
import baton.risk.assessment.model.Assessment.Unopened;
import baton.risk.assessment.model.AssessmentCommand.AcceptAssessment;
import baton.risk.assessment.model.AssessmentCommand.AcknowledgeUrgency;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.ByStaff;
import baton.risk.assessment.model.AssessmentCommand.DeclineAssessment;
import baton.risk.assessment.model.AssessmentCommand.DetermineForce;
import baton.risk.assessment.model.AssessmentCommand.NoteAcceptance;
import baton.risk.assessment.model.AssessmentCommand.NoteOrigin;
import baton.risk.assessment.model.AssessmentCommand.NoteReversion;
import baton.risk.assessment.model.AssessmentCommand.NoteWithdrawal;
import baton.risk.assessment.model.AssessmentCommand.OfferAssessment;
import baton.risk.assessment.model.AssessmentCommand.OpenAssessment;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import baton.risk.assessment.model.AssessmentCommand.ResumeActionable;
import baton.risk.assessment.model.AssessmentCommand.SetPriority;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import java.util.Locale;

/** What becomes of a command. A repeat of what is so already changes nothing. */
public final class AssessmentDecider {
  private AssessmentDecider() {}

  public static Decision decide(AssessmentCommand command, Assessment state) {
    return switch (state) {
      case Unopened _ -> unopened(command);
      case Opened open ->
          switch (command) {
            case OpenAssessment _ -> nothingToDo();
            case TreatAsUrgent c -> treatAsUrgent(c, open);
            case ResumeActionable c -> resume(c, open);
            case NoteAcceptance c -> noteAcceptance(c, open);
            case NoteReversion c -> noteReversion(c, open);
            case NoteWithdrawal c -> noteWithdrawal(c, open);
            case NoteOrigin c -> noteOrigin(c, open);
            case ByStaff c ->
                AssessmentPolicy.firstRefusal(open, c)
                    .map(Decision::refuse)
                    .orElseGet(() -> byStaff(c, open));
          };
    };
  }

  private static Decision unopened(AssessmentCommand command) {
    if (!(command instanceof OpenAssessment open))
      return refuse(
          Refusal.notReadYet(
              "assessment-not-opened",
              "The receipt of this referral has not been read here; if it was sent just now, ask"
                  + " again in a second."));
    var opened = new AssessmentOpened(open.referral());
    // Urgent is very high from receipt: it waits for nobody's triage (contracts, "Meanings").
    return open.urgent() ? accept(opened, veryHigh(open, null)) : accept(opened);
  }

  private static Decision treatAsUrgent(TreatAsUrgent command, Opened open) {
    Grade before = open.judgement().priority();
    boolean settled = open instanceof AtForce || open.judgement().ending().ended();
    return settled || before == Grade.VERY_HIGH ? nothingToDo() : accept(veryHigh(command, before));
  }

  private static TriagePrioritySet veryHigh(AssessmentCommand command, Grade before) {
    return new TriagePrioritySet(command.referral(), before, Grade.VERY_HIGH, null);
  }

  /** What the sender says can be acted on is held no longer; nobody has to come by first. */
  private static Decision resume(ResumeActionable command, Opened open) {
    return open.judgement().ending().held()
        ? accept(new HoldEnded(command.referral(), null, null))
        : nothingToDo();
  }

  private static Decision noteAcceptance(NoteAcceptance command, Opened open) {
    return open instanceof AtForce at && at.dissemination() >= command.number()
        ? nothingToDo()
        : accept(new AcceptanceNoted(command.referral(), command.number(), command.force()));
  }

  /** Whoever accepted in the meantime has it, and keeps it. */
  private static Decision noteReversion(NoteReversion command, Opened open) {
    return holds(open, command.from()) && !command.from().equals(command.to())
        ? accept(new AssessorGoneNoted(command.referral(), command.from(), command.to()))
        : nothingToDo();
  }

  private static Decision noteWithdrawal(NoteWithdrawal command, Opened open) {
    return open.offers()
        .numbered(command.number())
        .filter(Offer::isOpen)
        .map(offer -> accept(new AssessorGoneNoted(command.referral(), offer.to(), null)))
        .orElse(nothingToDo());
  }

  /** Said once, right behind the receipt: what has gone on since is not undone by it. */
  private static Decision noteOrigin(NoteOrigin command, Opened open) {
    return open instanceof Unassigned
        ? accept(
            new OriginNoted(
                command.referral(),
                command.organisation(),
                command.team(),
                command.person(),
                command.grade()))
        : nothingToDo();
  }

  private static Decision byStaff(ByStaff command, Opened open) {
    return switch (command) {
      case OfferAssessment c -> offer(c, open);
      case AcceptAssessment c -> acceptOffer(c, open);
      case DeclineAssessment c -> decline(c, open);
      case SetPriority c -> setPriority(c, open);
      case DetermineForce c -> determineForce(c, open);
      case AssessRisk c -> assess(c, open);
      case RequestCommsData c -> requestCommsData(c, open);
      case AcknowledgeUrgency c -> acknowledge(c, open);
      case EndingCommand c -> EndingDecider.decide(c, open);
    };
  }

  private static Decision offer(OfferAssessment command, Opened open) {
    PersonId person = command.to().person();
    boolean offered = open.offers().open().filter(offer -> offer.to().equals(person)).isPresent();
    boolean free = open.offers().open().isEmpty();
    if (offered || (free && holds(open, person))) return nothingToDo();
    return accept(
        new AssessorAssigned(
            command.referral(), open.offers().nextNumber(), person, command.to().team()));
  }

  private static Decision acceptOffer(AcceptAssessment command, Opened open) {
    Offer<PersonId> offer = open.offers().lastTo(command.by()).orElseThrow();
    if (offer.isOpen())
      return accept(
          new AssessmentAccepted(
              command.referral(),
              offer.number(),
              command.by(),
              command.organisation(),
              command.team()));
    return offer.state() == State.ACCEPTED && holds(open, command.by())
        ? nothingToDo()
        : closed(offer);
  }

  private static Decision decline(DeclineAssessment command, Opened open) {
    Offer<PersonId> offer = open.offers().lastTo(command.by()).orElseThrow();
    if (offer.isOpen())
      return accept(
          new AssessmentDeclined(
              command.referral(), offer.number(), command.by(), command.reason(), command.text()));
    return offer.state() == State.DECLINED ? nothingToDo() : closed(offer);
  }

  private static Decision setPriority(SetPriority command, Opened open) {
    Grade before = open.judgement().priority();
    return before == command.priority()
        ? nothingToDo()
        : accept(
            new TriagePrioritySet(command.referral(), before, command.priority(), command.text()));
  }

  private static Decision determineForce(DetermineForce command, Opened open) {
    OrganisationCode judged = open.judgement().force();
    OrganisationCode before = judged == null ? command.namedBySender() : judged;
    return command.force().equals(before)
        ? nothingToDo()
        : accept(
            new ForceDetermined(
                command.referral(), before, command.force(), Basis.ASSESSED, command.text()));
  }

  /** The same grade by another person is news: somebody else judges so too. */
  private static Decision assess(AssessRisk command, Opened open) {
    if (command.grading().equals(open.judgement().grading())) return nothingToDo();
    return accept(
        new RiskAssessed(
            command.referral(),
            open.judgement().grade(),
            command.grade(),
            command.tool(),
            command.toolVersion(),
            command.steps(),
            command.by(),
            command.text()));
  }

  private static Decision requestCommsData(RequestCommsData command, Opened open) {
    return command.until().equals(open.judgement().commsDataUntil())
        ? nothingToDo()
        : accept(
            new CommsDataRequested(
                command.referral(), command.until(), command.by(), command.text()));
  }

  private static Decision acknowledge(AcknowledgeUrgency command, Opened open) {
    return open.judgement().acknowledgedBy().contains(command.by())
        ? nothingToDo()
        : accept(new UrgencyAcknowledged(command.referral(), command.organisation(), command.by()));
  }

  private static boolean holds(Opened open, PersonId person) {
    return open instanceof Held held && held.assessor().equals(person);
  }

  private static Decision closed(Offer<PersonId> offer) {
    return refuse(
        Refusal.conflict(
            "offer-closed",
            "Your offer, number "
                + offer.number()
                + ", is "
                + offer.state().name().toLowerCase(Locale.ROOT)
                + " and no longer open. An allocator or supervisor of the NCA can offer it to you"
                + " again."));
  }
}
