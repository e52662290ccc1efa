package baton.risk.assessment.model;

import baton.contract.DeclineReason;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.OriginNoted;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.ReferralHeld;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.RiskEvent;
import baton.contract.risk.TriagePrioritySet;
import baton.decision.RosterEntry;
import baton.risk.assessment.model.AssessmentCommand.AcceptAssessment;
import baton.risk.assessment.model.AssessmentCommand.AcknowledgeUrgency;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.DeclineAssessment;
import baton.risk.assessment.model.AssessmentCommand.DetermineForce;
import baton.risk.assessment.model.AssessmentCommand.NoteAcceptance;
import baton.risk.assessment.model.AssessmentCommand.NoteOrigin;
import baton.risk.assessment.model.AssessmentCommand.OfferAssessment;
import baton.risk.assessment.model.AssessmentCommand.OpenAssessment;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import baton.risk.assessment.model.AssessmentCommand.SetPriority;
import baton.risk.assessment.model.EndingCommand.ConfirmEnd;
import baton.risk.assessment.model.EndingCommand.EndHold;
import baton.risk.assessment.model.EndingCommand.Original;
import baton.risk.assessment.model.EndingCommand.ProposeEnd;
import baton.risk.assessment.model.EndingCommand.ReviewHold;
import java.time.Instant;
import java.util.List;

/** Events and commands of one referral, in the words of the desk. */
public final class AssessmentFixture {
  public static final ReferralId REFERRAL = ReferralId.of("01890000-0000-7000-8000-000000000001");
  public static final OrganisationCode KENT = OrganisationCode.of("46");
  public static final OrganisationCode ESSEX = OrganisationCode.of("42");
  public static final PersonId ANN = PersonId.of("p-ann");
  public static final PersonId BEN = PersonId.of("p-ben");
  public static final TeamId DESK = TeamId.of("nca-desk");

  private AssessmentFixture() {}

  public static RiskEvent opened() {
    return new AssessmentOpened(REFERRAL);
  }

  public static RiskEvent offered(int number, PersonId person) {
    return new AssessorAssigned(REFERRAL, number, person, DESK);
  }

  public static RiskEvent accepted(int number, PersonId person) {
    return new AssessmentAccepted(REFERRAL, number, person, OrganisationCode.NCA, DESK);
  }

  public static RiskEvent declined(int number, PersonId person) {
    return new AssessmentDeclined(REFERRAL, number, person, DeclineReason.ABSENT, null);
  }

  public static RiskEvent prioritised(Grade before, Grade priority) {
    return new TriagePrioritySet(REFERRAL, before, priority, null);
  }

  public static RiskEvent determined(OrganisationCode before, OrganisationCode force) {
    return new ForceDetermined(REFERRAL, before, force, Basis.ASSESSED, null);
  }

  public static RiskEvent graded(Grade before, Grade grade, PersonId by) {
    return new RiskAssessed(REFERRAL, before, grade, "KIRAT", "2", List.of(1, 2), by, null);
  }

  public static RiskEvent forceAccepted(OrganisationCode force) {
    return new AcceptanceNoted(REFERRAL, 1, force);
  }

  public static AssessmentCommand open(boolean urgent) {
    return new OpenAssessment(REFERRAL, urgent);
  }

  public static AssessmentCommand noteAcceptance(OrganisationCode force) {
    return new NoteAcceptance(REFERRAL, 1, force);
  }

  public static AssessmentCommand offer(PersonId person) {
    return new OfferAssessment(
        REFERRAL, OrganisationCode.NCA, new RosterEntry(OrganisationCode.NCA, person, true, DESK));
  }

  public static AssessmentCommand offerToStranger() {
    return new OfferAssessment(
        REFERRAL,
        OrganisationCode.NCA,
        new RosterEntry(OrganisationCode.NCA, PersonId.of("p-stranger"), false, null));
  }

  public static AssessmentCommand accept(PersonId by) {
    return new AcceptAssessment(REFERRAL, OrganisationCode.NCA, by, DESK);
  }

  public static AssessmentCommand decline(PersonId by) {
    return new DeclineAssessment(REFERRAL, OrganisationCode.NCA, by, DeclineReason.ABSENT, null);
  }

  public static AssessmentCommand prioritise(Grade priority) {
    return prioritise(priority, OrganisationCode.NCA);
  }

  public static AssessmentCommand prioritise(Grade priority, OrganisationCode organisation) {
    return new SetPriority(REFERRAL, organisation, priority, null);
  }

  public static AssessmentCommand determine(OrganisationCode namedBySender, OrganisationCode is) {
    return new DetermineForce(REFERRAL, OrganisationCode.NCA, namedBySender, is, null);
  }

  public static AssessmentCommand grade(Grade grade, PersonId by) {
    return grade(grade, by, OrganisationCode.NCA);
  }

  public static AssessmentCommand grade(Grade grade, PersonId by, OrganisationCode organisation) {
    return new AssessRisk(REFERRAL, organisation, by, grade, "KIRAT", "2", List.of(1, 2), null);
  }

  public static RiskEvent endProposed(AssessmentEnd end, PersonId by) {
    return new AssessmentEndProposed(REFERRAL, end, null, null, null, by, null);
  }

  public static RiskEvent duplicateProposed(ReferralId of, PersonId by) {
    return new AssessmentEndProposed(REFERRAL, AssessmentEnd.DUPLICATE, of, null, null, by, null);
  }

  public static RiskEvent held(PersonId proposedBy, PersonId confirmedBy) {
    return new ReferralHeld(REFERRAL, proposedBy, confirmedBy);
  }

  public static RiskEvent holdEnded(PersonId by) {
    return new HoldEnded(REFERRAL, by, null);
  }

  public static RiskEvent concluded(AssessmentEnd end, PersonId proposedBy, PersonId confirmedBy) {
    return new AssessmentConcluded(REFERRAL, end, null, null, null, proposedBy, confirmedBy);
  }

  public static AssessmentCommand proposeEnd(AssessmentEnd end, PersonId by) {
    return new ProposeEnd(REFERRAL, OrganisationCode.NCA, by, end, null, null, null, null);
  }

  public static AssessmentCommand proposeDuplicate(Original original, PersonId by) {
    return new ProposeEnd(
        REFERRAL, OrganisationCode.NCA, by, AssessmentEnd.DUPLICATE, original, null, null, null);
  }

  public static AssessmentCommand confirmEnd(PersonId by) {
    return confirmDuplicate(null, by);
  }

  public static AssessmentCommand confirmDuplicate(Original original, PersonId by) {
    return new ConfirmEnd(REFERRAL, OrganisationCode.NCA, by, original);
  }

  public static AssessmentCommand reviewHold(PersonId by) {
    return new ReviewHold(REFERRAL, OrganisationCode.NCA, by, null);
  }

  public static AssessmentCommand endHold(PersonId by) {
    return new EndHold(REFERRAL, OrganisationCode.NCA, by, null);
  }

  public static AssessmentCommand requestCommsData(Instant until, Instant now) {
    return new RequestCommsData(REFERRAL, OrganisationCode.NCA, ANN, until, now, null);
  }

  public static AssessmentCommand acknowledge(PersonId by, boolean urgent) {
    return new AcknowledgeUrgency(REFERRAL, OrganisationCode.NCA, by, urgent);
  }

  /** Ann has it. */
  public static RiskEvent originNoted(OrganisationCode organisation, Grade grade) {
    return new OriginNoted(REFERRAL, organisation, DESK, ANN, grade);
  }

  public static AssessmentCommand noteOrigin(OrganisationCode organisation, Grade grade) {
    return new NoteOrigin(REFERRAL, organisation, DESK, ANN, grade);
  }
}
