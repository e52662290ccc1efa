package baton.bench.log;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.DeclineReason;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import java.time.Instant;
import java.util.List;

/** What people and services do with a referral, as the services write it. */
final class Acts {
  /** A referral as an agency sends it, some people and network events in it. */
  private static final int REFERRAL = 720;

  /** One or two sentences. */
  private static final int NOTE = 150;

  private static final ReferralId R = ReferralId.of(Field.REFERRAL.standIn());
  private static final EscalationId ESCALATION = EscalationId.of(Field.ESCALATION.standIn());
  private static final EventId ABOUT = EventId.of(Field.ABOUT.standIn());
  private static final OrganisationCode TORONTO = OrganisationCode.of("toronto-police");
  private static final OrganisationCode FORCE = OrganisationCode.of("98");
  private static final OrganisationCode OTHER_FORCE = OrganisationCode.of("97");
  private static final TeamId NCA_TEAM = TeamId.of("nca-referrals");
  private static final TeamId TEAM = TeamId.of("98-polit");
  private static final PersonId ALLOCATOR = PersonId.of("p-nca-9001");
  private static final PersonId ASSESSOR = PersonId.of(Field.ASSESSOR.standIn());
  private static final PersonId SECOND_ASSESSOR = PersonId.of("p-nca-9002");
  private static final PersonId SERGEANT = PersonId.of("p-98-9001");
  private static final PersonId OFFICER = PersonId.of(Field.OFFICER.standIn());
  private static final String REFERENCE = Field.REFERENCE.standIn();
  private static final String RECEIPT = Field.RECEIPT.standIn();
  private static final String HASH = Field.CONTENT_HASH.standIn();

  private Acts() {}

  static Act received(ReferralType type, boolean forceNamed, boolean urgent, boolean child) {
    return agency(
        new ReferralReceived(
            R,
            TORONTO,
            REFERENCE,
            RECEIPT,
            type,
            forceNamed ? FORCE : null,
            true,
            urgent,
            true,
            child,
            Instant.parse(Field.PROVIDER_REPORTED.standIn()),
            null,
            HASH,
            null),
        REFERRAL);
  }

  static Act amended(ReferralType type) {
    return agency(
        new ReferralAmended(
            R, RECEIPT + "/2", 2, type, FORCE, true, false, true, true, null, HASH, HASH, null),
        REFERRAL);
  }

  static Act sentAgain() {
    return agency(new ReceiptRepeated(R, RECEIPT + "/2", null), 0);
  }

  static Act forceNamed() {
    return agency(new ForceDetermined(R, null, FORCE, Basis.NAMED_BY_SENDER, null), 0);
  }

  static Act assessmentOpened() {
    return system("risk-service", new AssessmentOpened(R));
  }

  static Act caseOpened() {
    return system("allocation-service", new CaseOpened(R));
  }

  static Act forceNoted() {
    return system("allocation-service", new ForceNoted(R, FORCE));
  }

  static Act assessorAssigned() {
    return nca(ALLOCATOR, new AssessorAssigned(R, 1, ASSESSOR, NCA_TEAM), 0);
  }

  static Act assessmentAccepted() {
    return nca(ASSESSOR, new AssessmentAccepted(R, 1, ASSESSOR, OrganisationCode.NCA, NCA_TEAM), 0);
  }

  static Act triaged(Grade priority) {
    return nca(ASSESSOR, new TriagePrioritySet(R, null, priority, null), NOTE);
  }

  static Act forceFound() {
    return nca(ASSESSOR, new ForceDetermined(R, null, FORCE, Basis.ASSESSED, null), NOTE);
  }

  static Act endProposed(AssessmentEnd end) {
    return nca(ASSESSOR, new AssessmentEndProposed(R, end, null, null, null, ASSESSOR, null), NOTE);
  }

  static Act endConfirmed(AssessmentEnd end) {
    return nca(
        SECOND_ASSESSOR,
        new AssessmentConcluded(R, end, null, null, null, ASSESSOR, SECOND_ASSESSOR),
        0);
  }

  static Act disseminated(int number) {
    return force(
        OrganisationCode.NCA,
        ASSESSOR,
        new CaseDisseminated(R, number, OrganisationCode.NCA, FORCE, REFERENCE, false, null),
        REFERRAL + NOTE);
  }

  /** To a force that says that it is not its own. */
  static Act disseminatedElsewhere() {
    return force(
        OrganisationCode.NCA,
        ASSESSOR,
        new CaseDisseminated(R, 1, OrganisationCode.NCA, OTHER_FORCE, REFERENCE, false, null),
        REFERRAL + NOTE);
  }

  static Act notOurs() {
    return force(
        OTHER_FORCE,
        PersonId.of("p-97-9001"),
        new DisseminationDeclined(R, 1, OTHER_FORCE, DeclineReason.NOT_OURS, FORCE, null),
        NOTE);
  }

  static Act redirected() {
    return system(
        "allocation-service", new DisseminationRedirected(R, 1, OTHER_FORCE, FORCE, null));
  }

  static Act accepted(int number) {
    return force(FORCE, SERGEANT, new DisseminationAccepted(R, number, FORCE, TEAM, SERGEANT), 0);
  }

  static Act acceptanceNoted(int number) {
    return system("risk-service", new AcceptanceNoted(R, number, FORCE));
  }

  static Act allocated() {
    return force(FORCE, SERGEANT, new CaseAllocated(R, 1, OFFICER, TEAM), 0);
  }

  static Act officerAccepted() {
    return force(FORCE, OFFICER, new AllocationAccepted(R, 1, FORCE, TEAM, OFFICER), 0);
  }

  static Act graded(Grade grade, List<Integer> steps) {
    return new Act(
        "/risk-service",
        Actor.person(OFFICER),
        FORCE,
        new RiskAssessed(R, null, grade, "KIRAT", "3", steps, OFFICER, null),
        NOTE);
  }

  static Act locallyKnown() {
    return force(FORCE, OFFICER, new LocalReferenceRecorded(R, FORCE, "niche", REFERENCE), 0);
  }

  static Act did(ActionKind kind) {
    var at = Instant.parse(Field.HAPPENED_DATA.standIn());
    return force(FORCE, OFFICER, new ActionRecorded(R, kind, at, OFFICER, null), NOTE);
  }

  static Act reviewed(Grade grade) {
    var next = Instant.parse(Field.NEXT_REVIEW.standIn());
    return force(
        FORCE,
        SERGEANT,
        new SupervisorReviewed(R, FORCE, SERGEANT, grade, OFFICER, next, null),
        NOTE);
  }

  static Act told() {
    return new Act(
        "/intake-service",
        Actor.person(OFFICER),
        FORCE,
        new ProgressReported(R, null, FORCE, OFFICER, null),
        NOTE);
  }

  static Act outcomeProposed(Outcome outcome) {
    return force(FORCE, OFFICER, new OutcomeProposed(R, outcome, OFFICER, null), NOTE);
  }

  static Act concluded(Outcome outcome) {
    return force(FORCE, SERGEANT, new CaseConcluded(R, outcome, OFFICER, SERGEANT), 0);
  }

  static Act raised(FindingKind kind, ClockName clock) {
    var due = Instant.parse(Field.DUE.standIn());
    return watch(new EscalationRaised(R, ESCALATION, kind, clock, ABOUT, due, FORCE, null, true));
  }

  static Act climbed(Rung rung) {
    return watch(new EscalationClimbed(R, ESCALATION, rung, FORCE, SERGEANT, null));
  }

  static Act acknowledged() {
    return new Act(
        "/escalation-service",
        Actor.person(SERGEANT),
        FORCE,
        new EscalationAcknowledged(R, ESCALATION, SERGEANT),
        0);
  }

  static Act resolved(Class<? extends BatonEvent> by) {
    return watch(
        new EscalationResolved(R, ESCALATION, ABOUT, baton.contract.EventTypes.nameOf(by)));
  }

  private static Act agency(BatonEvent event, int sealed) {
    return new Act("/intake-service", Actor.agency(TORONTO), TORONTO, event, sealed);
  }

  private static Act nca(PersonId who, BatonEvent event, int sealed) {
    return new Act("/risk-service", Actor.person(who), OrganisationCode.NCA, event, sealed);
  }

  private static Act force(OrganisationCode of, PersonId who, BatonEvent event, int sealed) {
    return new Act("/allocation-service", Actor.person(who), of, event, sealed);
  }

  private static Act system(String service, BatonEvent event) {
    return new Act("/" + service, Actor.system(service), OrganisationCode.BATON, event, 0);
  }

  private static Act watch(BatonEvent event) {
    return system("escalation-service", event);
  }
}
